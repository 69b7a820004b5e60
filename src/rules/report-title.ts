import { quotedName, titleNaming, titleOpening } from '../drafting/report-title.js'
import { lineForTitle } from '../drafting/title-line.js'
import { shortcodeRanges } from '../markdown/shortcodes.js'
import { bodyStart } from '../report/body-start.js'
import { withoutNumber } from '../report/event-number.js'
import type { Report } from '../report/report.js'
import { isSample } from '../report/sample-name.js'
import { plainTitle } from '../report/sections/heading-title.js'
import { type HeadingLine, headingLines, isHeading } from '../report/sections/headings.js'
import type { Title } from '../report/sections/section.js'
import type { Schema } from '../schema/schema.js'
import { cut } from '../text/cut.js'
import { lineEnd } from '../text/lines.js'
import type { Fix, Problem, ReportRule } from './rule.js'

const LONGEST_TITLE = 80

export const reportTitle: ReportRule = {
  id: 'report-title',
  severity: 'warning',
  fixes: 'unsafe',
  *check(report, schema) {
    const { title, eventName } = report
    const name = nameOf(report)
    const form = name
      ? asTitle(titleNaming(name, report.language, schema))
      : `“# ${titleOpening(report.language, schema)}: name of the event”`
    const isInFrontMatter = eventName !== null && eventName.range[0] < bodyStart(report)
    if (!title) yield missing(report, form, schema)
    else if (title.level > 1) {
      const raising = raised(title, report)
      const expected = raising.fix && eventName ? asTitle(title.text) : form
      yield {
        range: title.range,
        message: `Unexpected title on level ${title.level}, expected it on level 1: ${expected}.`,
        ...raising,
      }
    }
    // A shortcode in the title may expand to the name, which is only known when the site is built.
    else if ((!eventName || isInFrontMatter) && shortcodeRanges(report.text.slice(...title.range)).length === 0) {
      const expected = isInFrontMatter && name ? asTitle(`${withoutColon(title.text)}: ${quotedName(name)}`) : form
      yield {
        range: title.range,
        message: `Unexpected title “${title.text}” that names no event, expected ${expected}.`,
        ...(isInFrontMatter && name && named(title, name, report)),
      }
    }
  },
}

/** The fix makes the line in the title's place the title; if there is none, it adds one with the name of the event. */
function missing(report: Report, form: string, schema: Schema): Problem {
  const at = bodyStart(report)
  const message = `Unexpected report without a title, expected ${form} as its first line.`
  const line = lineForTitle(report, schema)
  if (line?.form === 'bold') return { ...inPlaceOfTitle(line, 'emphasised line'), fix: made(line, report) }
  const headings = headingLines(report.tree, report.text).filter(isHeading)
  const [first] = headings
  const name = nameOf(report)
  const same = name && headings.find(({ title }) => plainTitle(withoutNumber(title)).main === plainTitle(name).main)
  if (first && (same ? same === first : line !== null)) {
    const raising = raised(first, report)
    if (raising.fix) return { ...inPlaceOfTitle(first, `heading on level ${first.level}`), ...raising }
  }
  const isKnown = !same && !line && name !== null
  return {
    range: [at, at],
    message,
    ...(isKnown && { fix: addition(report, at, titleNaming(name, report.language, schema)) }),
  }
}

/** The name of the event, unless it is still that of the template's sample. */
function nameOf({ eventName }: Report): string | null {
  return eventName && !isSample(eventName.value) ? eventName.value : null
}

function inPlaceOfTitle({ title, range }: HeadingLine, what: string): Problem {
  return { range, message: `Unexpected ${what} in place of the title, expected ${asTitle(title)}.` }
}

const withoutColon = (title: string): string => title.replace(/[\s:]{1,9}$/, '')

const asTitle = (title: string): string => `“# ${cut(title, LONGEST_TITLE)}”`

/** Turns a line of emphasis into the title. */
function made({ range, titleRange }: HeadingLine, { text }: Report): Fix {
  const title = text.slice(...titleRange)
  return { title: `Make “${title}” the title`, safety: 'unsafe', edits: [{ range, text: `# ${title}` }] }
}

/** The title as the first line of the text. */
function addition({ frontMatter, text }: Report, at: number, title: string): Fix {
  const eol = lineEnd(text)
  const lead = !frontMatter ? '' : at === frontMatter.range[1] ? eol.repeat(2) : eol
  const isApart = /^[ \t]*(?:\r?\n|$)/.test(text.slice(at))
  return {
    title: `Add the title “${title}”`,
    safety: 'unsafe',
    edits: [{ range: [at, at], text: `${lead}# ${title}${eol}${isApart ? '' : eol}` }],
  }
}

/** Appends the event's name to a title without one, unless the title is underlined or closed by `#`. */
function named({ range: [start, end] }: Title, name: string, { text }: Report): { fix?: Fix } {
  const line = text.slice(start, end)
  const written = /^# [^\r\n#]*[^\r\n#\s:]/.exec(line)?.[0]
  if (written === undefined || /[^\s:]/.test(line.slice(written.length))) return {}
  // The colon may be inside the emphasis.
  const colon = /:[*_]{1,3}$/.test(written) ? '' : ':'
  return {
    fix: {
      title: 'Name the event as the front matter does',
      safety: 'unsafe',
      edits: [{ range: [start + written.length, end], text: `${colon} ${quotedName(name)}` }],
    },
  }
}

/** Sets a heading to level 1; a heading without `#` to remove is left as it is. */
function raised({ range: [start, end], level }: Pick<HeadingLine, 'range' | 'level'>, { text }: Report): { fix?: Fix } {
  // A link to a page is an entry of a pasted list.
  if (!text.startsWith('#'.repeat(level), start) || text.slice(start, end).includes('](')) return {}
  return {
    fix: {
      title: 'Set the title to level 1',
      safety: 'unsafe',
      edits: [{ range: [start, start + level - 1], text: '' }],
    },
  }
}
