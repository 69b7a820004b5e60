import { copiedText } from './copied-text.js'
import { duplicateEventNumber } from './duplicate-event-number.js'
import { eventDateConflict } from './event-date-conflict.js'
import type { EventRule } from './event-rule.js'
import { indexMismatch } from './index-mismatch.js'
import { speakerConflict } from './speaker-conflict.js'
import { translationMismatch } from './translation-mismatch.js'

/** The rules that compare reports with each other. */
export const eventRules: readonly EventRule[] = [
  copiedText,
  duplicateEventNumber,
  eventDateConflict,
  indexMismatch,
  speakerConflict,
  translationMismatch,
]
