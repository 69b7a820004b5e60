/** Whether a name is that of the template's sample report, which stays behind where nobody wrote over it. */
export function isSample(name: string): boolean {
  return /App-?DB Modernization/i.test(name)
}
