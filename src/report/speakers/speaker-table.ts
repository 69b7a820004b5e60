import type { Table } from 'mdast'
import { type InlineText, inlineLines } from '../../markdown/inline-text.js'
import { rangeOf } from '../../markdown/mdast.js'
import { type Entry, entriesOf, placeholderOf, tidy } from './speaker-entry.js'
import { readSpeakerLine } from './speaker-line.js'
import type { Scope } from './speaker-scope.js'

const NAME_COLUMN =
  /^(?:full )?names?$|speaker|presenter|instructor|trainer|lecturer|panell?ist|mentor|(?:presented|given|led|delivered|shared) by|^who$|họ (?:và )?tên|^tên$|diễn giả|giảng viên|khách mời|người (?:trình bày|thuyết trình|chia sẻ|nói|phụ trách)|(?:trình bày|chia sẻ) bởi/i
const TEAM_COLUMN = /team|group|đội|nhóm/i
const MEMBERS_COLUMN = /members|thành viên/i
const ROLE_COLUMN = /role|position|^title$|job|chức|vai trò|vị trí/i
const FIRM_COLUMN = /organi[sz]ation|company|firm|affiliation|công ty|tổ chức|đơn vị|cơ quan/i

/** The first line of a cell; null if it is empty. */
type Cell = InlineText | null

/** The speakers in a table, by the titles of its columns. */
export function* readTable(table: Table, scope: Scope): Generator<Entry> {
  const [header = [], ...rows] = table.children.map((row) =>
    row.children.map((cell): Cell => inlineLines(cell.children, scope.text, scope.within)[0] ?? null),
  )
  const { name, members, role: roles, firm: firms } = columnsOf(header)
  if (name < 0 && members < 0) return yield { kind: 'words' }
  for (const [index, row] of rows.entries()) {
    // Somebody who speaks alone has no members.
    const names = members >= 0 && row[members] ? members : name
    const cell = row[names]
    const node = table.children[index + 1]?.children[names]
    if (!cell || !node) continue
    if (scope.isPlaceholder(cell.text.trim())) {
      yield placeholderOf(cell, cell.text.trim())
      continue
    }
    for (const entry of entriesOf(readSpeakerLine(cell, 'item'), cell, rangeOf(node))) {
      if (entry.kind !== 'person') yield entry
      else {
        const { speaker } = entry
        const role = (roles === names ? null : textOf(row[roles])) ?? speaker.role
        const organization = textOf(row[firms]) ?? speaker.organization
        yield { kind: 'person', speaker: { ...speaker, role, organization } }
      }
    }
  }
}

/** The indices of the columns; -1 for one that the table does not have. */
interface Columns {
  readonly name: number
  /** The members of teams, if another column has the teams. */
  readonly members: number
  readonly role: number
  readonly firm: number
}

function columnsOf(header: readonly Cell[]): Columns {
  const indexOf = (title: RegExp): number => header.findIndex((cell) => cell !== null && title.test(cell.text.trim()))
  const [team, members] = [indexOf(TEAM_COLUMN), indexOf(MEMBERS_COLUMN)]
  return {
    name: indexOf(NAME_COLUMN),
    members: team >= 0 && team !== members ? members : -1,
    role: indexOf(ROLE_COLUMN),
    firm: indexOf(FIRM_COLUMN),
  }
}

function textOf(cell: Cell | undefined): string | null {
  return cell ? tidy(cell.text) : null
}
