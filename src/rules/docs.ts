import accidentalHeading from './accidental-heading.md'
import aiResidue from './ai-residue.md'
import brokenEmphasis from './broken-emphasis.md'
import conflictMarker from './conflict-marker.md'
import copiedText from './copied-text.md'
import dateMismatch from './date-mismatch.md'
import duplicateEventNumber from './duplicate-event-number.md'
import duplicateSection from './duplicate-section.md'
import duplicateSpeaker from './duplicate-speaker.md'
import emptySection from './empty-section.md'
import emptySpeakers from './empty-speakers.md'
import eventDateConflict from './event-date-conflict.md'
import eventNumberMismatch from './event-number-mismatch.md'
import executableFrontMatter from './executable-front-matter.md'
import headingVariant from './heading-variant.md'
import indexMismatch from './index-mismatch.md'
import invalidDate from './invalid-date.md'
import invalidFrontMatter from './invalid-front-matter.md'
import invisibleCharacter from './invisible-character.md'
import mergedSection from './merged-section.md'
import missingAltText from './missing-alt-text.md'
import missingDate from './missing-date.md'
import missingFrontMatter from './missing-front-matter.md'
import missingImage from './missing-image.md'
import missingSection from './missing-section.md'
import mojibake from './mojibake.md'
import placeholderDate from './placeholder-date.md'
import placeholderSpeaker from './placeholder-speaker.md'
import pseudoHeading from './pseudo-heading.md'
import pseudoList from './pseudo-list.md'
import reportTitle from './report-title.md'
import sectionLevel from './section-level.md'
import sectionOutOfOrder from './section-out-of-order.md'
import speakerConflict from './speaker-conflict.md'
import speakerFormat from './speaker-format.md'
import templateLeftover from './template-leftover.md'
import translationMismatch from './translation-mismatch.md'
import typo from './typo.md'
import unclosedFence from './unclosed-fence.md'
import weekdayMismatch from './weekday-mismatch.md'
import wrongLanguage from './wrong-language.md'

/** The documentation of every rule in Markdown, by the rule's id. Import it lazily: it is the largest part of the program. */
export const docs: Readonly<Record<string, string>> = {
  'accidental-heading': accidentalHeading,
  'ai-residue': aiResidue,
  'broken-emphasis': brokenEmphasis,
  'conflict-marker': conflictMarker,
  'copied-text': copiedText,
  'date-mismatch': dateMismatch,
  'duplicate-event-number': duplicateEventNumber,
  'duplicate-section': duplicateSection,
  'duplicate-speaker': duplicateSpeaker,
  'empty-section': emptySection,
  'empty-speakers': emptySpeakers,
  'event-date-conflict': eventDateConflict,
  'event-number-mismatch': eventNumberMismatch,
  'executable-front-matter': executableFrontMatter,
  'heading-variant': headingVariant,
  'index-mismatch': indexMismatch,
  'invalid-date': invalidDate,
  'invalid-front-matter': invalidFrontMatter,
  'invisible-character': invisibleCharacter,
  'merged-section': mergedSection,
  'missing-alt-text': missingAltText,
  'missing-date': missingDate,
  'missing-front-matter': missingFrontMatter,
  'missing-image': missingImage,
  'missing-section': missingSection,
  mojibake: mojibake,
  'placeholder-date': placeholderDate,
  'placeholder-speaker': placeholderSpeaker,
  'pseudo-heading': pseudoHeading,
  'pseudo-list': pseudoList,
  'report-title': reportTitle,
  'section-level': sectionLevel,
  'section-out-of-order': sectionOutOfOrder,
  'speaker-conflict': speakerConflict,
  'speaker-format': speakerFormat,
  'template-leftover': templateLeftover,
  'translation-mismatch': translationMismatch,
  typo: typo,
  'unclosed-fence': unclosedFence,
  'weekday-mismatch': weekdayMismatch,
  'wrong-language': wrongLanguage,
}
