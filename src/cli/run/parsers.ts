import { loadNativeParser } from '../../markdown/native-parser.js'
import type { Parse } from '../../markdown/parse.js'
import { type Io, UsageError } from '../process/io.js'

/** The wanted parser: the native one where it is installed and can read the text, or only the reference. */
export type ParserChoice = 'native' | 'remark'

/** @throws UsageError for an unknown parser */
export function parserChoice(option: string | undefined, { env }: Pick<Io, 'env'>): ParserChoice {
  const name = option ?? env.REPORTLINT_PARSER ?? 'native'
  if (name === 'native' || name === 'remark') return name
  throw new UsageError(`“${name}” is not a parser, expected native or remark`)
}

/** Returns the parser for each text. The reference is loaded when the first text needs it. */
export async function loadParsers(choice: ParserChoice): Promise<(text: string) => Promise<Parse>> {
  const native = choice === 'native' ? await loadNativeParser() : null
  return async (text) => (native?.reads(text) ? native.parse : reference())
}

/** One parser for any text, which chooses by the text. */
export async function loadParser(choice: ParserChoice): Promise<Parse> {
  const native = choice === 'native' ? await loadNativeParser() : null
  const parse = await reference()
  return native ? (text) => (native.reads(text) ? native.parse(text) : parse(text)) : parse
}

async function reference(): Promise<Parse> {
  return (await import('../../markdown/parse.js')).parse
}
