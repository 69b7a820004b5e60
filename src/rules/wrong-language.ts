import type { Language } from '../schema/schema.js'
import { languageInName } from '../source/site/page-path.js'
import type { ReportRule } from './rule.js'

const NAMES: Readonly<Record<Language, string>> = { en: 'English', vi: 'Vietnamese' }

export const wrongLanguage: ReportRule = {
  id: 'wrong-language',
  severity: 'warning',
  fixes: 'never',
  onAnyPage: true,
  *check({ path, language, title, sections }) {
    const named = languageInName(path)
    const range = title?.range ?? sections[0]?.heading
    if ((named !== 'en' && named !== 'vi') || named === language || !range) return
    yield {
      range,
      message: `Unexpected ${NAMES[language]} text in a page whose name says ${NAMES[named]}, expected it in ${NAMES[named]}. Translate it, or rename the file.`,
      data: { expected: named, actual: language },
    }
  },
}
