/* Sources of regular expressions for the parts of a date, for text in lower case. */

export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
export const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
export const YEAR = '(?:19|20)\\d{2}'
/** White space within a date, which stays on one line. */
export const BLANK = '[^\\S\\r\\n]'
export const GAP = `${BLANK}{0,5}`
export const GAPS = `${BLANK}{1,5}`
export const DASH = '[-–—~]'
export const WORD_TO = '(?:to|and|&|đến|tới|và)'
export const TO = `${GAP}(?:${DASH}|${WORD_TO})${GAP}`
