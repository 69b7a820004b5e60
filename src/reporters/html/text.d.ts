/** The content of a file as a string; a script is bundled with all that it imports. */
declare module '*?text' {
  const text: string
  export default text
}
