import { findMojibake } from '../encoding/mojibake.js'
import type { ReportRule } from './rule.js'

export const mojibake: ReportRule = {
  id: 'mojibake',
  severity: 'error',
  fixes: 'safe',
  *check({ text }) {
    for (const { range, original, encoding } of findMojibake(text)) {
      const written = text.slice(...range)
      if (original === null)
        yield {
          range,
          message: `Unexpected remains “${written}” of a character that was lost in a wrong encoding. Look up what stood there and write it again.`,
        }
      else
        yield {
          range,
          message: `Unexpected “${written}”, expected “${original}”: UTF-8 was read as ${encoding} and saved again.`,
          data: { expected: original, actual: written },
          fix: { title: `Restore “${original}”`, safety: 'safe', edits: [{ range, text: original }] },
        }
    }
  },
}
