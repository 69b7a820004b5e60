/** Whether the name of an event is that of the template's sample report, which the author forgot to replace. */
export function isSample(name: string): boolean {
  return /App-?DB Modernization/i.test(name)
}
