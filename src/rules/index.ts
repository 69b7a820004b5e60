import { accidentalHeading } from './accidental-heading.js'
import { aiResidue } from './ai-residue.js'
import { brokenEmphasis } from './broken-emphasis.js'
import { conflictMarker } from './conflict-marker.js'
import { dateMismatch } from './date-mismatch.js'
import { duplicateSection } from './duplicate-section.js'
import { duplicateSpeaker } from './duplicate-speaker.js'
import { emptySection } from './empty-section.js'
import { emptySpeakers } from './empty-speakers.js'
import { eventNumberMismatch } from './event-number-mismatch.js'
import { executableFrontMatter } from './executable-front-matter.js'
import { headingVariant } from './heading-variant.js'
import { invalidDate } from './invalid-date.js'
import { invalidFrontMatter } from './invalid-front-matter.js'
import { invisibleCharacter } from './invisible-character.js'
import { mergedSection } from './merged-section.js'
import { missingAltText } from './missing-alt-text.js'
import { missingDate } from './missing-date.js'
import { missingFrontMatter } from './missing-front-matter.js'
import { missingImage } from './missing-image.js'
import { missingSection } from './missing-section.js'
import { mojibake } from './mojibake.js'
import { placeholderDate } from './placeholder-date.js'
import { placeholderSpeaker } from './placeholder-speaker.js'
import { pseudoHeading } from './pseudo-heading.js'
import { pseudoList } from './pseudo-list.js'
import { reportTitle } from './report-title.js'
import type { ReportRule } from './rule.js'
import { sectionLevel } from './section-level.js'
import { sectionOutOfOrder } from './section-out-of-order.js'
import { speakerFormat } from './speaker-format.js'
import { templateLeftover } from './template-leftover.js'
import { typo } from './typo.js'
import { unclosedFence } from './unclosed-fence.js'
import { weekdayMismatch } from './weekday-mismatch.js'
import { wrongLanguage } from './wrong-language.js'

/** Every rule on a single report. The order does not matter, because findings are sorted by place. */
export const rules: readonly ReportRule[] = [
  accidentalHeading,
  aiResidue,
  brokenEmphasis,
  conflictMarker,
  dateMismatch,
  duplicateSection,
  duplicateSpeaker,
  emptySection,
  emptySpeakers,
  eventNumberMismatch,
  executableFrontMatter,
  headingVariant,
  invalidDate,
  invalidFrontMatter,
  invisibleCharacter,
  mergedSection,
  missingAltText,
  missingDate,
  missingFrontMatter,
  missingImage,
  missingSection,
  mojibake,
  placeholderDate,
  placeholderSpeaker,
  pseudoHeading,
  pseudoList,
  reportTitle,
  sectionLevel,
  sectionOutOfOrder,
  speakerFormat,
  templateLeftover,
  typo,
  unclosedFence,
  weekdayMismatch,
  wrongLanguage,
]
