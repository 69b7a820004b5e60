import { lowerCase } from '../../text/lower-case.js'

// The expressions are for text in lower case.

/** Words for people who speak. */
const SPEAKERS =
  /(?:speaker|presenter|panell?ist|instructor|trainer|mentor|lecturer|guest|keynote|expert|specialist|leader|alumni|captain|representative|facilitator|moderator|team|educator|diễn giả|người (?:nói|trình bày|hướng dẫn|chia sẻ)|giảng viên|khách mời|chuyên gia|đội ngũ|đại diện|nhóm|hướng dẫn|điều hành|lãnh đạo)/

/** Words for people who take part without speaking. */
const ORGANIZERS =
  /(?:^|[^a-zÀ-ỿ])(?:organi[sz](?:ers?|ed by|ing|ation)|coordinat(?:ors?|ed by|ion)|hosts?|hosted by|mcs?|ban tổ chức|đơn vị tổ chức|tổ chức|btc|điều phối|người dẫn)(?![a-zÀ-ỿ])/

/** Labels of a name itself. */
const NAME = /^(?:full )?name$|^(?:họ (?:và )?)?tên$/

/** Labels of other fields that occur in sections on speakers. */
const OTHER_FIELD =
  /^(?:(?:main |talk )?topics?|content|contents|theme|title|time|date|day|duration|location|venue|place|format|audience|event|agenda|note|notes|link|slides?|session \d+|chủ đề|nội dung|thời gian|ngày|thời lượng|địa điểm|hình thức|đối tượng|sự kiện|lưu ý|ghi chú|tài liệu|phiên \d+)(?: |$)/

const ROLE =
  /(?:^|[^a-zÀ-ỿ])(?:engineer|developer|builders?|captains?|architects?|leaders?|lead|manager|director|head|founder|co-founder|c[eotidm]o|chairman|specialist|expert|trainee|intern|student|member|ambassador|hero|analyst|consultant|advocate|scientist|researcher|lecturer|speaker|mentor|host|president|officer|minister|vp|gm|md|kỹ sư|giám đốc|trưởng|chuyên gia|thành viên|sinh viên|sáng lập|chủ tịch|kiến trúc sư|thứ trưởng)(?![a-zÀ-ỿ])/

/** In words: what is longer and ends in a colon is a sentence that introduces a list. */
const MAX_LABEL = 8

/** Whether a label or heading announces the names of speakers. */
export function announcesSpeakers(label: string): boolean {
  const words = lowerCase(label)
  return isShort(label) && (SPEAKERS.test(words) || NAME.test(words.trim()))
}

/** Whether a label or heading announces people who run the event and do not speak. */
export function announcesOrganizers(label: string): boolean {
  const words = lowerCase(label)
  return ORGANIZERS.test(words) && !/speaker|presenter|instructor|guest|diễn giả|giảng viên|khách mời/.test(words)
}

/** Whether a label or heading announces something other than people. */
export function isOtherField(label: string): boolean {
  return isShort(label) && OTHER_FIELD.test(lowerCase(withoutColon(label)))
}

/** A label without the colon after it. */
export function withoutColon(label: string): string {
  return label.replace(/(?<![\s:：])[\s:：]+$/u, '').trimStart()
}

function isShort(label: string): boolean {
  return label.trim().split(/\s+/).length <= MAX_LABEL
}

/** Whether a text mentions a role, so that it is not only a firm, a place or a topic. */
export function mentionsRole(text: string): boolean {
  return ROLE.test(lowerCase(text))
}
