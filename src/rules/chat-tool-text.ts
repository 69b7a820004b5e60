import type { ProseLine } from '../markdown/prose.js'
import { lowerCase } from '../text/lower-case.js'

/* What chat tools put into text that is copied from them. */

/** A kind of mark. Every match of `form` contains `sign`, which is faster to search for. */
interface Mark {
  readonly sign: string
  readonly form: RegExp
}

/** Marks, such as references to sources, that mean nothing once they are pasted. */
export const MARKS: readonly Mark[] = [
  { sign: '[oaicite:', form: /:?:?contentReference\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?/g },
  { sign: '†', form: /【\d{1,4}(?::\d{1,4})?†[^】\n]{0,80}】/g },
  { sign: '[cite', form: /\[cite(?::[\d,\s–-]{1,40}|_start|_end)\]/g },
  { sign: '[web:', form: /\[web:\d{1,4}\](?!\()/g },
  { sign: '[file:', form: /\[file:\d{1,4}\](?!\()/g },
  {
    sign: 'turn',
    form: /(?:\ue200|(?<!\w))(?:cite)?(?:\ue202?turn\d{1,3}(?:search|view|news|file)\d{1,3}){1,9}(?!\w)\ue201?/g,
  },
  {
    sign: 'utm_source=',
    form: /[?&]utm_source=(?:chatgpt|openai)(?:\.com)?(?=[)\s"'#>]|$)|(?<=[?&])utm_source=(?:chatgpt|openai)(?:\.com)?&/gm,
  },
]

// The following expressions are for text in lower case.

/** A placeholder for a picture that the tool did not make. */
const PICTURE = /^\[image of [^\]]{3,120}\]$/

/** The opening and closing sentences of an answer, addressed to the person who asked. */
const SENTENCES = [
  /^(?:certainly|sure|of course)[!,.] (?:here(?:['’]s| is| are)|below (?:is|are)|let me|i(?:['’]ll| will| can| have) (?:help|translate|rewrite|rewritten|revise|write|summari))/,
  /^here(?:['’]s| is) (?:the|your|a) (?:[\w-]{1,20} ){0,3}(?:(?:translated|rewritten|revised|polished|improved|corrected) (?:[\w-]{1,20} ){0,2}(?:report|version|text|draft)|(?:english|vietnamese) (?:version|translation))(?![\w-])/,
  /^(?:here|below) (?:is|are) .{0,300}[ ,]as (?:you )?requested(?![\w-])/,
  /^as an ai (?:language )?model,? i(?![\w-])/,
  /^let me know if you(?:['’]d| would| want| need| have)(?![\w-])/,
  /^would you like me to(?![\w-])/,
  /^if you(?:['’]d like| would like| like| want| wish| prefer),? i(?:['’]ll| can| could| will)(?![\w-])/,
  /^feel free to (?:adjust|edit|modify|customi[sz]e|tweak) (?:it|this|any|the (?:details?|report|text|contents?|wording|dates?|names?))(?![\w-])/,
  /^chatgpt can make mistakes(?![\w-])/,
  /^i hope this helps(?![\w-])/,
  /^dưới đây là (?:phiên )?bản (?:dịch|viết lại)(?![a-zÀ-ỿ])/,
  /^dưới đây là .{0,300}(?:theo yêu cầu của bạn|bạn (?:đã |vừa )?yêu cầu|bạn (?:đã|vừa) (?:cung cấp|gửi|liệt kê))(?![a-zÀ-ỿ])/,
  /^nếu bạn (?:muốn|cần),? (?:mình|tôi) (?:có thể|sẽ)(?![a-zÀ-ỿ])/,
  /^bạn có muốn (?:mình|tôi)(?![a-zÀ-ỿ])/,
]

/** The announcement of an answer, if it is the first line of the text. */
const ANNOUNCEMENT = /^(?:here(?:['’]s| is| are)|below (?:is|are)|dưới đây là)(?![a-zÀ-ỿ]).{0,300}:$/

/** Any sentence or picture after a line end: searching for that is faster than for the beginning of a line. */
const ANYTHING = new RegExp(`\\n(?:${[...SENTENCES, PICTURE].map(({ source }) => source.slice(1)).join('|')})`, 'm')

/** A line that a chat tool wrote. */
export interface ChatToolLine {
  readonly line: ProseLine
  readonly kind: 'sentence' | 'picture'
}

/** The lines that are a sentence from a chat tool to its user, or its placeholder for a picture. */
export function* chatToolLines(prose: readonly ProseLine[]): Generator<ChatToolLine> {
  const [first] = prose
  const announcement = first && ANNOUNCEMENT.test(plain(first.text).trim()) ? first : null
  // A quick test of all lines at once, because hardly any report contains such a line.
  if (!announcement && !ANYTHING.test(plain(prose.map(({ text }) => `\n${text.trim()}`).join('')))) return
  for (const line of prose) {
    if (line.container !== 'paragraph') continue
    const words = plain(line.text).trim()
    if (line === announcement || SENTENCES.some((sentence) => sentence.test(words))) yield { line, kind: 'sentence' }
    else if (PICTURE.test(words)) yield { line, kind: 'picture' }
  }
}

/** A text in lower case and composed letters. */
function plain(text: string): string {
  return lowerCase(text.normalize('NFC'))
}
