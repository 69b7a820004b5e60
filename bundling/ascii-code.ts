/**
 * Writes characters beyond ASCII as escapes, which mean the same in strings, templates and regular expressions. Node then reads a
 * file byte by byte, and keeps it in half the memory.
 */
export const asciiCode = {
  name: 'ascii-code',
  generateBundle(_: unknown, bundle: Readonly<Record<string, { type: string; code?: string }>>) {
    for (const chunk of Object.values(bundle))
      if (chunk.code !== undefined)
        chunk.code = chunk.code.replace(
          /[^\0-\x7f]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        )
  },
}
