import type { Located, Range } from '../../text/range.js'
import type { LineForm } from './name-chain.js'

export interface Speaker {
  /** As written, form of address included (but for “Bạn”), without marks of emphasis. */
  readonly name: string
  /** What is said of the person: what they do, or what they spoke on. */
  readonly role: string | null
  /** The firm, where the role names one after its last comma or after "at". */
  readonly organization: string | null
  /** Whether a team or a kind of people stands in the name's place ("FCJ Team"). */
  readonly team: boolean
  /** The name as written, without the marks around it. */
  readonly range: Range
  /** The whole item, line or cell that it stands in. */
  readonly item: Range
  /** The list that the item belongs to; null for lines, cells and headings. */
  readonly list: Range | null
  /** How the item is written, where it holds this one person and starts with the name; null elsewhere. */
  readonly form: SpeakerForm | null
}

export interface SpeakerForm extends LineForm {
  /** From the end of the name, marks included, to what is said of the person. */
  readonly between: Range
  /** What is said of the person, without the brackets around it; empty where nothing is. */
  readonly said: Range
}

export interface SpeakerList {
  /** The id of the schema's section on people; null where it has none. */
  readonly section: string | null
  /**
   * `missing`: there is no section on them. `placeholder`, `empty`: nobody is named, and nothing but such items, or nothing at
   * all, is there.
   */
  readonly state: 'missing' | 'ok' | 'placeholder' | 'empty'
  /** Where the section is missing, those whom the fields of single talks name. */
  readonly people: readonly Speaker[]
  /** Items that stand where a name should: "TBD", "Speaker name". */
  readonly placeholders: readonly Located<string>[]
  /** Items of lists without a word in them. */
  readonly blanks: readonly Range[]
  /** The heading of the first section on speakers. */
  readonly heading: Range | null
}
