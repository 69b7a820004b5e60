/** A file as a string; a script with all that it imports. */
declare module '*?text' {
  const text: string
  export default text
}
