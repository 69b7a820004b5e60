import type { ProseLine } from './prose.js'

/** A line with a label ("Date: …"), or a table cell beside one. */
export interface FieldLine extends ProseLine {
  /** With composed letters, without markup. */
  readonly label: string
  /** The offset of the value in the line. */
  readonly from: number
}

/** What may precede a label: list markers, emphasis, entities, emoji. */
const BEFORE_LABEL = /^(?:&emsp;|&nbsp;|[^A-Za-zÀ-ỿ\d]){0,30}/u
const LABEL =
  /^([A-Za-zÀ-ỿ][A-Za-zÀ-ỿ\s&,/+-]{0,40}?)\s{0,5}(?:\([^()]{0,40}\)\s{0,5})?[*_\s]{0,6}(?:[:：|]|\s[–—-]\s)/u

/**
 * Separates fields on one line: "Date: … | Format: … | Host: …", "Host: … . Date: …", or `<br>`, which is replaced by spaces in a line of
 * prose.
 */
export const BETWEEN_FIELDS = /\s\|\s|\s{4,9}(?=\S)|[.;]\s(?=[A-ZĐÀ-Ỹ][A-Za-zÀ-ỿ ]{1,30}[:：]\s)/g

/** The fields in lines of prose, in their order. A line may have several; headings have none. */
export function* fieldLines(lines: readonly ProseLine[]): Generator<FieldLine> {
  for (const line of lines) {
    if (line.container === 'heading') continue
    if (line.container === 'cell') {
      if (line.cellBefore !== null) yield { ...line, label: labelOf(line.cellBefore.replace(/[|*_:：]/g, '')), from: 0 }
      continue
    }
    const starts = [...line.text.matchAll(BETWEEN_FIELDS)].map(({ index, 0: gap }) => index + gap.length)
    for (const start of [0, ...starts]) {
      const lead = start + (BEFORE_LABEL.exec(line.text.slice(start))?.[0].length ?? 0)
      const label = LABEL.exec(line.text.slice(lead))
      if (label?.[1] !== undefined) yield { ...line, label: labelOf(label[1]), from: lead + label[0].length }
    }
  }
}

function labelOf(written: string): string {
  return written.trim().normalize('NFC')
}
