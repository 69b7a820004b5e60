import { lowerCase } from '../../text/lower-case.js'
import { ANY_WEEKDAY } from './weekdays.js'

/*
 * The words that tell whether a date is the event's. `YEAR` and `STRAY_FRONT_MATTER` are for text as written, the other expressions
 * for text in lower case and composed letters, as `plain` returns it.
 */

/** A text in lower case and composed letters. */
export function plain(text: string): string {
  return lowerCase(text.normalize('NFC'))
}

export function withoutEmphasis(text: string): string {
  return text.replace(/[*_]/g, '')
}

/** A field's label for the day of the event. */
export const DATE_LABEL =
  /(?:^|[\s&,/])(?:date|dates|time|when|day|held on|ngày|thời gian|thời điểm|lịch|khi nào|khai mạc|diễn ra|schedule)(?:$|[\s&,/])/
/** The title of a section that gives the day. */
export const DATE_TITLES = /^[^a-zÀ-ỿ]*(?:event )?(?:date|time|when|ngày|thời gian)(?:[^a-zÀ-ỿ]|$)/

/** Only dates with a year count; in fields it may have two digits. */
export const YEAR = /(?:19|20)\d{2}|\d[/.]\d{1,2}[/.]\d{2}/

/** Front matter that does not open the file ("Here is the report:" above it) is not read as such, nor is it a field of the body. */
export const STRAY_FRONT_MATTER = /^\s*date:\s*["']?\d{4}-\d{2}-\d{2}/

/** Words for other days than the event's. They may be stems ("launch" for "launched"), but only match at the start of a word. */
export const OTHER_DAY =
  /(?<![a-zÀ-ỿ])(?:deadline|due(?![a-zÀ-ỿ])|publish|regist|certif|updat|releas|launch|submi|issu|expir|birth|intern(?:ship)?(?![a-zÀ-ỿ])|report(?:ed|ing)? (?:date|on)|wr(?:itten|ote)(?![a-zÀ-ỿ])|next|upcoming|previous|đăng ký|hạn(?![a-zÀ-ỿ])|ngày (?:cấp|sinh|viết|báo cáo)|được cấp|cập nhật|nộp|ra mắt|phát hành|thực tập(?! sinh)|tiếp theo|sắp tới|trước đó)/

/** Further such words in labels: the day of the page itself, or of a text on the event. In a sentence they prove nothing. */
const LABEL_OF_OTHER_DAY =
  /(?<![a-zÀ-ỿ])(?:publi[cs]|writ|creat|modif|edit(?!ion)|draft|post|complet|review|access|announc|invit|reports?(?![a-zÀ-ỿ])|lập(?! trình)|tạo|đăng|hoàn thành|gửi|viết|ghi|báo cáo|xuất bản|thông báo|truy cập)/

/** Whether a label announces another day than the event's, such as a deadline or the day on which the report was written. */
export function isOfOtherDay(label: string): boolean {
  const words = plain(label)
  return OTHER_DAY.test(words) || LABEL_OF_OTHER_DAY.test(words)
}

/** Words of a sentence about the event taking place. */
export const TAKING_PLACE =
  /(?<![a-zÀ-ỿ])(?:held|visited|took (?:place|part)|takes place|taking place|attend|participat|joined|joining|organi[sz]ed|hosted|events?(?![a-zÀ-ỿ])|workshop|summit|meetup|seminar|webinar|diễn ra|tổ chức|tham gia|tham dự|sự kiện|buổi)/
const PART_OF_DAY = '(?:(?:sáng|chiều|tối)\\s{1,3})?'
/** What may come right before a date: a part of the day, a weekday, "ngày". */
const BEFORE_THE_DAY = `${PART_OF_DAY}(?:(?:${ANY_WEEKDAY})\\.?(?:\\s(?:morning|afternoon|evening|night))?,?\\s{0,3})?${PART_OF_DAY}(?:ngày\\s{1,3})?$`
export const LINE_BEGINS = new RegExp(`^[^a-zÀ-ỿ\\d]{0,10}${BEFORE_THE_DAY}`)
export const ON_THAT_DAY = new RegExp(
  `(?:(?<![a-zÀ-ỿ])(?:on|on the|held|ngày|vào|diễn ra|tổ chức)\\s{1,3}|^[^a-zÀ-ỿ\\d]{0,10})${BEFORE_THE_DAY}`,
)
/** News of a product. The second expression includes the words up to the date. */
const PRODUCT_NEWS =
  /(?<![a-zÀ-ỿ])(?:announced|introduced|unveiled|available|availability|ga|founded|công bố|giới thiệu|có mặt|ra đời|thành lập)(?![a-zÀ-ỿ])/
const NEWS_OF_THAT_DAY = new RegExp(
  `${PRODUCT_NEWS.source}[\\s,:(*_–-]{0,4}(?:(?:on|since|from|vào|từ)\\s{1,3})?${BEFORE_THE_DAY}`,
)

/**
 * Whether a date belongs to the release or announcement of a product, by the words before it. In most runs, the first test makes it
 * unnecessary to compile the second expression.
 */
export function isOfProduct(lead: string): boolean {
  return PRODUCT_NEWS.test(lead) && NEWS_OF_THAT_DAY.test(lead)
}

/** What is before and after the date in "In the June 6, 2026 meetup". */
export const THAT_DAYS_EVENT = /\bthe\s$/
export const EVENT_NOUN = /^\s(?:event|workshop|meetup|summit|session)\b/
/** What is before the date in "Cloud Meetup 13/6/2026", a line with the event's name and its day. */
export const NAMES_THE_EVENT =
  /^.{0,80}(?<![a-zÀ-ỿ])(?:event|workshop|meetup|summit|seminar|webinar|sự kiện|hội thảo)[\s,:–—-]{1,5}(?:ngày\s{1,3})?$/
/** Dates in brackets after such words are examples. */
export const IN_EXAMPLE = /\((?:e\.g\.|ví dụ|for example|such as|như)[^)]{0,200}$/
