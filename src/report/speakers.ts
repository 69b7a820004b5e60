import type { Heading, List, ListItem, Nodes, Paragraph, PhrasingContent, RootContent, Table } from 'mdast'
import type { Schema } from '../schema/schema.js'
import { contains, type Located, type Range } from '../text/range.js'
import { type InlineText, inlineLines, rawLine } from './inline-text.js'
import type { Section } from './report.js'
import {
  announcesOrganizers,
  announcesSpeakers,
  type PersonInLine,
  readSpeakerLine,
  type Separator,
  type SpeakerLine,
  type Standing,
} from './speaker-line.js'

export interface Speaker {
  /** As written, form of address included, without marks of emphasis. */
  readonly name: string
  /** What is said of the person: what they do, or what they spoke on. */
  readonly role: string | null
  /** The firm, where the role names one after its last comma or after "at". */
  readonly organization: string | null
  /** The name as written, without the marks around it. */
  readonly range: Range
  /** The whole item, line or cell that it stands in. */
  readonly item: Range
  /** The list that the item belongs to; null for lines, cells and headings. */
  readonly list: Range | null
  /** How the item is written, where it holds this one person and starts with the name; null elsewhere. */
  readonly form: SpeakerForm | null
}

export interface SpeakerForm {
  /** Whether the name stands in bold or italics. */
  readonly marked: boolean
  /** null where nothing but the name is given. */
  readonly separator: Separator | null
  /** From the end of the name, marks included, to what is said of the person. */
  readonly between: Range
  /** What is said of the person, without the brackets around it; empty where nothing is. */
  readonly said: Range
}

export interface SpeakerList {
  /** `placeholder`, `empty`: nobody is named, and nothing but such items, or nothing at all, is there. */
  readonly state: 'missing' | 'ok' | 'placeholder' | 'empty'
  readonly people: readonly Speaker[]
  /** Items that stand where a name should: "TBD", "Speaker name". */
  readonly placeholders: readonly Located<string>[]
  /** Items of lists without a word in them. */
  readonly blanks: readonly Range[]
  /** The heading of the first section on speakers. */
  readonly heading: Range | null
}

/** Longer text is prose, which no placeholder is. */
const MAX_PLACEHOLDER = 300
/** A role of more words than this is a sentence, and its last comma parts no firm from it. */
const MAX_ROLE_WORDS = 12

const NAME_COLUMN = /^(?:full )?names?$|speaker|presenter|instructor|mentor|họ (?:và )?tên|^tên|diễn giả|giảng viên|khách mời/iu
const ROLE_COLUMN = /role|position|^title$|job|chức|vai trò|vị trí/iu
const FIRM_COLUMN = /organi[sz]ation|company|firm|affiliation|công ty|tổ chức|đơn vị|cơ quan/iu
/** Words that make the end of "Role, End" a second role and not a firm. */
const ROLE_WORDS =
  /(?:^|[^\p{L}])(?:engineer|developer|builders?|captains?|architects?|leaders?|lead|manager|director|head|founder|co-founder|c[eotidm]o|chairman|specialist|expert|trainee|intern|student|member|ambassador|hero|analyst|consultant|advocate|scientist|researcher|lecturer|speaker|mentor|host|president|officer|kỹ sư|giám đốc|trưởng|chuyên gia|thành viên|sinh viên|nhà sáng lập|sáng lập|chủ tịch)(?![\p{L}])/iu

/**
 * Who spoke at the event, from the sections that the speakers' slot is bound to.
 * @param sections none means that the report has no such section
 * @param text the report, which the sections' positions are offsets into
 */
export function readSpeakers(sections: readonly Section[], text: string, schema: Schema): SpeakerList {
  const reader = readerOf(text, schema)
  for (const section of sections) reader.readSection(section)
  const { people, blanks, wordless } = reader
  // A note in brackets beside a named team is no placeholder.
  const placeholders = reader.placeholders.filter(({ value }) => people.length === 0 || !/^[([]/.test(value))
  return {
    state:
      sections.length === 0
        ? 'missing'
        : people.length > 0
          ? 'ok'
          : placeholders.length > 0
            ? 'placeholder'
            : wordless
              ? 'empty'
              : 'ok',
    people,
    placeholders,
    blanks,
    heading: sections[0]?.heading ?? null,
  }
}
