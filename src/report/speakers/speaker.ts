import type { Located, Range } from '../../text/range.js'
import type { LineForm } from './name-chain.js'

/** A person who spoke at the event, or a team. */
export interface Speaker {
  /** As written, with its title (except “Bạn”) and without marks of emphasis. */
  readonly name: string
  /** What the person does or spoke about; null if the report does not say. */
  readonly role: string | null
  /** The firm, if the role names one after its last comma, after "at" or in brackets. */
  readonly organization: string | null
  /** Whether this is not a person but a team or a kind of people ("FCJ Team"). */
  readonly team: boolean
  /** The name as written, without the marks around it. */
  readonly range: Range
  /** The whole list item, line or table cell with the name. */
  readonly item: Range
  /** The list of the item; null if the name is in a line, a table or a heading. */
  readonly list: Range | null
  /** The format of a list item that begins with the name and has no other; else null. */
  readonly form: SpeakerForm | null
}

export interface SpeakerForm extends LineForm {
  /** From the end of the name, with any marks there, to the role. */
  readonly between: Range
  /** The role without brackets around it; empty if there is none. */
  readonly role: Range
}

/** The speakers of a report. */
export interface SpeakerList {
  /** The id of the schema's section on people; null if it has none. */
  readonly section: string | null
  /**
   * `missing`: the report has no such section; `placeholder`: it has placeholders and names nobody; `empty`: it has no text at all;
   * `ok`: it names somebody, or has text that cannot be read as names.
   */
  readonly state: 'missing' | 'ok' | 'placeholder' | 'empty'
  /** If the section is missing, the people named in the fields of single talks. */
  readonly people: readonly Speaker[]
  /** Placeholders for names: "TBD", "Speaker name". */
  readonly placeholders: readonly Located<string>[]
  /** List items without a word. */
  readonly blanks: readonly Range[]
  /** The heading of the first section on speakers. */
  readonly heading: Range | null
}
