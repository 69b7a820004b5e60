/* Matching sticky expressions (flag `y`) at an offset. */

/** Whether a sticky expression matches at an offset. */
export function matchesAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset
  return pattern.test(text)
}

/** What a sticky expression matches at an offset; null if it does not match there. */
export function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset
  return pattern.exec(text)
}

/** The offset after what a sticky expression matches at an offset; the same offset if it does not match there. */
export function skip(pattern: RegExp, text: string, offset: number): number {
  return offset + (matchAt(pattern, text, offset)?.[0].length ?? 0)
}
