import dateMismatch from './date-mismatch.md'
import duplicateSection from './duplicate-section.md'
import duplicateSpeaker from './duplicate-speaker.md'
import emptySection from './empty-section.md'
import emptySpeakers from './empty-speakers.md'
import eventNumberMismatch from './event-number-mismatch.md'
import executableFrontMatter from './executable-front-matter.md'
import headingVariant from './heading-variant.md'
import invalidDate from './invalid-date.md'
import invalidFrontMatter from './invalid-front-matter.md'
import mergedSection from './merged-section.md'
import missingDate from './missing-date.md'
import missingFrontMatter from './missing-front-matter.md'
import missingSection from './missing-section.md'
import mojibake from './mojibake.md'
import placeholderDate from './placeholder-date.md'
import placeholderSpeaker from './placeholder-speaker.md'
import pseudoHeading from './pseudo-heading.md'
import reportTitle from './report-title.md'
import sectionLevel from './section-level.md'
import sectionOutOfOrder from './section-out-of-order.md'
import speakerFormat from './speaker-format.md'
import templateLeftover from './template-leftover.md'
import typo from './typo.md'
import unclosedFence from './unclosed-fence.md'
import weekdayMismatch from './weekday-mismatch.md'

/** The doc of every rule, Markdown, by the rule's id. Imported when asked for: it is the largest part of the program. */
export const docs: Readonly<Record<string, string>> = {
  'date-mismatch': dateMismatch,
  'duplicate-section': duplicateSection,
  'duplicate-speaker': duplicateSpeaker,
  'empty-section': emptySection,
  'empty-speakers': emptySpeakers,
  'event-number-mismatch': eventNumberMismatch,
  'executable-front-matter': executableFrontMatter,
  'heading-variant': headingVariant,
  'invalid-date': invalidDate,
  'invalid-front-matter': invalidFrontMatter,
  'merged-section': mergedSection,
  'missing-date': missingDate,
  'missing-front-matter': missingFrontMatter,
  'missing-section': missingSection,
  mojibake: mojibake,
  'placeholder-date': placeholderDate,
  'placeholder-speaker': placeholderSpeaker,
  'pseudo-heading': pseudoHeading,
  'report-title': reportTitle,
  'section-level': sectionLevel,
  'section-out-of-order': sectionOutOfOrder,
  'speaker-format': speakerFormat,
  'template-leftover': templateLeftover,
  typo: typo,
  'unclosed-fence': unclosedFence,
  'weekday-mismatch': weekdayMismatch,
}
