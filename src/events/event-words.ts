import { isoDay, monthNamed } from '../report/dates/calendar.js'
import { findDates } from '../report/dates/dates.js'
import { foldWord } from '../text/fold-word.js'
import { memoize } from '../text/memoize.js'

/** What the name of an event says, in a form in which names can be compared. */
export interface EventWords {
  /** Words that tell events apart ("devops", "security"), each once, sorted. */
  readonly topic: readonly string[]
  /** The same words joined in the order of the name: "Agent Forge" and "AgentForge" give the same. */
  readonly run: string
  /** Words that many events of a programme share ("cloud", "community", "meetup"), each once, sorted. */
  readonly common: readonly string[]
  /** The N of "Series #N": which of several events under one name. */
  readonly edition: number | null
  /** The N of "Day N". */
  readonly part: number | null
  readonly year: number | null
  /** The month of "June 2026", 1 to 12. */
  readonly month: number | null
  /** A date in the name, ISO. */
  readonly day: string | null
}

/** Words that are ignored, in both languages, without diacritics. */
const STOP_WORDS = wordSet(`
  an and as at by for from in into of on or the to toward towards via with vs
  va ve voi tren tai trong cho cua cac nhung la den tu theo mot cung
  event events workshop workshops session sessions seminar webinar report reports summary recap review overview talk talks
  aws amazon attending attended participating participation participated joining lessons learned learnings harvest experience
  su kien hoi thao buoi bao cao thu hoach bai tham du gia tong ket chuong trinh program programme featuring
  reminder official special dac biet dien ra lan so ngay day thang nam january february march april may june july
  august september october november december am pm da thoi gian cong tai lieu table hcm hcmc`)

/** Words that many names of a programme's events contain. They count only if there is nothing better to compare. */
const COMMON = wordSet(`
  web services cloud ai ml genai vietnam viet nam vn fcaj community cong dong meetup mini sharing share chia se club clubs builder builders student sinh vien group study edition connect
  series mastery master course tech technical technology cong nghe training dao tao ho chi minh city tp thanh pho
  hanoi ha noi online offline hybrid live telecast conference summit hoi nghi keynote opening track phien new moi
  learning hoc internship intern interns thuc tap university dai hoc team`)

/** "Series #2", "Mastery 2", "Talk#7", "phần 2". */
const EDITION =
  /#\s{0,2}(\d{1,2})(?!\d)|(?<!\p{L})(?:series|mastery|talk|vol|volume|meetup|episode|ep|part|no|phan|so|ky|tap)\.?\s{0,2}(\d{1,2})(?![\d/])/u
const PART = /(?<!\p{L})(?:day|ngay)\s{1,2}(\d)(?![\d/])/u
const YEAR = /(?<!\d)(20[12]\d)(?!\d)/u
const MONTH_OF_YEAR =
  /(?<!\p{L})(?:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?|thang\s{1,2}(\d{1,2}))[\s,/-]{1,3}(?:nam\s)?20\d\d/u
/** The author's own number of the event: "Event 2 – Data Day". */
const OWN_NUMBER = /^\s*(?:event|su kien)\s{0,2}#?\d{1,2}(?:\s?report)?\s{0,2}[:：–—-]/u

/** Different spellings of words that are frequent in names of events. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:first cloud (?:ai )?journey|fcj|facj)(?!\p{L})/gu, 'fcaj'],
  [/(?<!\p{L})meet[\s-]ups?(?!\p{L})/gu, 'meetup'],
  [/(?<!\p{L})gen(?:erative)?[\s-]?ai(?!\p{L})/gu, 'genai'],
  [/(?<!\p{L})game[\s-]day(?!\p{L})/gu, 'gameday'],
  [/(?<!\p{L})aws(?=cloud)/gu, 'aws '],
  [/(?<!\p{L})aiml(?!\p{L})/gu, 'ai ml'],
  [/(?<!\p{L})life[\s-]cycle(?!\p{L})/gu, 'lifecycle'],
]

/** How many names to memoize: an event has few names, and each is looked up many times. */
const MAX_MEMOIZED = 2000

export const readEventWords: (name: string) => EventWords = memoize(wordsIn, MAX_MEMOIZED)

function wordsIn(name: string): EventWords {
  const mention = /\d/.test(name) ? findDates(name).find(({ valid, start }) => valid && start.year !== null) : null
  const undated = mention ? `${name.slice(0, mention.range[0])} ${name.slice(mention.range[1])}` : name
  let folded = foldWord(undated.normalize('NFC').replace(/[\u200b-\u200f\ufeff\\]/g, '')).replace(OWN_NUMBER, ' ')
  for (const [written, word] of SPELLINGS) folded = folded.replace(written, word)
  const edition = EDITION.exec(folded)
  const month = MONTH_OF_YEAR.exec(folded)
  const words = new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])
  const meaningful = [...words].filter((word) => word.length > 1 && !/^\d+$/.test(word) && !STOP_WORDS.has(word))
  const topic = meaningful.filter((word) => !COMMON.has(word))
  return {
    topic: topic.toSorted(),
    run: topic.join(''),
    common: meaningful.filter((word) => COMMON.has(word)).sort(),
    edition: edition ? Number(edition[1] ?? edition[2]) : null,
    part: numberIn(PART, folded),
    year: mention?.start.year ?? numberIn(YEAR, folded),
    month: mention?.start.month ?? (month ? (month[2] ? Number(month[2]) : monthNamed(month[1] ?? '')) : null),
    day: mention ? isoDay(mention.start) : null,
  }
}

function numberIn(pattern: RegExp, text: string): number | null {
  const found = pattern.exec(text)?.[1]
  return found === undefined ? null : Number(found)
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''))
}
