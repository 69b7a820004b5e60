/** What a piece of work comes to; null where it fails, and nobody is to hear of it. */
export function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
