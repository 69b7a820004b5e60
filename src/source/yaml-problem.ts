import { type Document, isCollection, isNode, isPair } from 'yaml'

/** What is wrong with a file of settings, and where. */
export interface YamlProblem {
  /** In the user's terms: the parser's own messages are about its states. */
  readonly message: string
  readonly offset: number
}

const NEEDS_QUOTES = 'needs quotation marks around it'
const ODD_INDENTATION = 'this line is indented differently from those beside it'

/** The characters that open a value, by those that the parser says are missing. */
const OPENING: Readonly<Record<string, string>> = { ']': '[', '}': '{', '"': '"', "'": "'" }

/**
 * The first syntax error in YAML.
 * @returns null if there is none
 */
export function firstYamlProblem(document: Document, text: string): YamlProblem | null {
  const [error] = document.errors
  if (!error) return null
  const conflict = /^<{7} /m.exec(text)
  if (conflict) return { message: 'git left the markers of a merge conflict here', offset: conflict.index }
  const comment = /^[ \t]{0,99}\/[/*]/m.exec(text)
  if (comment) return { message: commentIn(comment[0].trim()) ?? '', offset: comment.index }
  const missing = /end with a ([\]}])$|^Missing closing ["']/.exec(error.message)
  if (missing) {
    const opening = OPENING[missing[1] ?? missing[0].slice(-1)] ?? ''
    const start = lastValue(document)
    const offset = start !== null && text[start] === opening ? start : endOf(text)
    return {
      message: opening === '[' || opening === '{' ? `a “${opening}” is not closed` : 'a quotation mark is not closed',
      offset,
    }
  }
  return {
    message: wordsFor(error.code, error.message, text.slice(error.pos[0])),
    offset: Math.min(error.pos[0], endOf(text)),
  }
}

/** The message for a word that begins like a comment in another language; null for any other word. */
export function commentIn(word: string): string | null {
  const mark = /^\/[/*]/.exec(word)?.[0]
  return mark ? `“${mark}” does not start a comment here: remove it` : null
}

/** @param rest the text from the error on */
function wordsFor(code: string, message: string, rest: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return `the key “${/^["']?([^\s:"']*)/.exec(rest)?.[1]}” appears twice: keep one`
    case 'TAB_AS_INDENT':
      return 'a tab cannot indent: use spaces'
    case 'MULTIPLE_DOCS':
      return 'a second line of “---” begins another document: remove it'
    case 'BAD_SCALAR_START':
      return `a value that begins with “${rest[0]}” ${NEEDS_QUOTES}`
    case 'BAD_DQ_ESCAPE':
      return 'a backslash between "…" means something else: write \'…\' around this value'
    case 'BAD_INDENT':
      return ODD_INDENTATION
    case 'BLOCK_AS_IMPLICIT_KEY':
      return message.startsWith('Nested')
        ? `a value with a colon in it ${NEEDS_QUOTES}, and a key below another key needs a line of its own`
        : 'a list item is among keys'
    default:
      return message.startsWith('Sequence item') ? ODD_INDENTATION : message
  }
}

/** Why YAML without syntax errors cannot be made into data: an alias (`*name`) without an anchor, or too many of them. */
export function aliasProblem({ message }: Error, text: string): YamlProblem {
  const offset = text.search(/(?<=[:,[-][ \t]{0,80})\*/)
  return message.startsWith('Unresolved alias') && offset >= 0
    ? { message: `a value that begins with “*” ${NEEDS_QUOTES}`, offset }
    : { message, offset: 0 }
}

/** The offset of the last value of a document: if something is unclosed at the end, it was opened there. */
function lastValue({ contents }: Document): number | null {
  let node: unknown = contents
  for (let depth = 0; depth < 99; depth++) {
    if (isPair(node)) node = node.value ?? node.key
    else if (isCollection(node) && !node.flow) node = node.items.at(-1)
    else break
  }
  return isNode(node) ? (node.range?.[0] ?? null) : null
}

function endOf(text: string): number {
  return text.trimEnd().length
}
