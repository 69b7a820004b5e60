import { isCamelCase, isCapital } from '../../text/capitals.js'
import { foldWord } from '../../text/fold-word.js'
import { lowerCase } from '../../text/lower-case.js'
import { isSyllable } from '../../text/vietnamese-syllable.js'

/**
 * What a person's name looks like in an English or Vietnamese report. There is no list of names: the evidence is the
 * shape of the words (capitals, Vietnamese syllables), the common surnames, forms of address, and the words that only
 * stand in roles, firms, topics and labels.
 */

/** `sure`: a title, a Vietnamese surname or syllables say so. `likely`: only the capitals do. `short`: one syllable. */
export type Certainty = 'sure' | 'likely' | 'short'

export interface NameMatch {
  /** Offset after the name. */
  readonly end: number
  readonly certainty: Certainty
  readonly titled: boolean
  readonly words: number
}

const MAX_WORDS = 6

/** The surnames of about nineteen in twenty Vietnamese, without their marks. */
const SURNAMES =
  words(`nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong doan lam trinh
  luong mai to cao chau danh banh bach van ta ton tang thai quach phung luu du vuong kieu ha lu la khuc khong nghiem dao`)

/** Held against small letters. */
const TITLE =
  /^(?:(?:mr|ms|mrs|miss|dr|prof|assoc|hon|sir|eng|anh|chị|ông|bà|thầy|cô|bạn|ts|ths|pgs|gs|tiến sĩ|thạc sĩ|ngài|(?:his|her) excellency)(?![a-zÀ-ỿ])\.?|h\.\s?e\.?(?![a-zÀ-ỿ]))/
/** The letters of the longest title, and one behind it. */
const MAX_TITLE = 18
const BLANKS = /[ \u00a0]*/y
const WORD = /[A-Za-zÀ-ỿ][A-Za-zÀ-ỿ]*(?:['’.-][A-Za-zÀ-ỿ][A-Za-zÀ-ỿ]*)*\.?/uy
const GAP = /[ \t\u00a0]+/y

/** Words of roles, firms, topics and labels. A name that holds one of them is none. Compared in lower case. */
const NOT_A_NAME = words(`
  about academic account activity additional additionally advanced advocate advocates agency agenda agent agentic agents
  ai all alumni amazon ambassador ambassadors analyst analytics and app application applications april architect
  architects architecture are as asean asia asian assistant associate at audience august automation award awards azure
  back backend bank banking bedrock being best better beyond big board bootcamp build builder builders building business
  by cambodia campus captain captains career careers case ceo certification certified chair chairman challenge chief
  city closing cloud club clubs coach cofounder college combining commercial committee community company competition
  completing compliance computing conclusion conference connect connecting consultant consultants container containers
  content context contribution coordinator coordinators core corporate council country course creating cto culture
  customer cyber data database date day days december deep defense delivery demo deploy deployment deputy design
  detailed detection developer developers development devops digital director directors discussion docker driven duration
  edge education effective enablement engineer engineering engineers enterprise environment ethics event events executive
  experience expert expertise experts facilitator facilitators factory faculty featured february final finance first
  fintech for foundation founder founders free fresher freshers friday friendly from frontend full fundamentals future
  game gen genai general generative global goal goals google governance government graph group groups growth guest guests
  guide hackathon hands head headquarters health high highlights history hosted host hosts how hr identity impact
  implementing improving incident industry information infrastructure innovation insights inspiration instructor
  instructors integration intelligent intern internship intro introduction is it its january job jobs journey july june
  junior key keynote knowledge kubernetes lab labs laboratory laos law lead leader leaders leadership learn learned
  learning lecturer lecturers lesson lessons level life live location machine main management manager managers managing
  march market marketing may meeting meetup member members mentor mentors methods microservices microsoft migration
  mindset minister model modern modernization modernizing moderator module monday monitoring myanmar name names national
  network networking new next november objective objectives observability october of office officer online open opening
  operations operator opportunity optimization organization organizer organizers organizing our outstanding overview owner
  pacific panel panelist panelists parallel part participant participants partner partners performance phase pillar pillars
  pipeline plan platform policy position practical practice practices presentation presenter presenters president principal
  product professional professionals professor program programme programs project projects prompt protection prototyping
  public purpose question questions quick real recap relations representative representatives research researcher
  response result results review risk road roadmap role roles room round sales scalable scale school science scientist
  secure securing security self senior september serverless service services session sessions setup share shared sharing
  skill skills software solution solutions speaker speakers special specialist specialists sponsor sponsors sr staff stage
  startup storage story strategy student students studio study success summary summit sunday support system systems
  talk talks team teams teamwork tech technical technologies technology their this thursday time title today tool
  tools topic topics track tracks trainee trainer trainers training transformation trip tuesday union university update
  use user using value venue vice video vietnam vision voice web wednesday week welcome what when where who why winner with
  work workflow workflows working workload workshop workshops world year your youth zone
  hanoi saigon singapore thailand
  các những nhóm đội cùng và với từ của về là được một buổi phiên phần tại
`)

/** Words that begin a topic, though syllables written like them stand inside names (`Nguyen The Vinh`, `Le Van An`). */
const NOT_A_FIRST_WORD = words('a an the to in on')

/** Beginnings of Vietnamese labels and roles, whose single words may well stand in names. */
const NOT_A_VIETNAMESE_NAME = list(`
  diễn giả, chuyên gia, khách mời, ban tổ, tổ chức, điều phối, giảng viên, chủ đề, nội dung, thời gian, địa điểm, đại diện,
  kỹ sư, kiến trúc, giám đốc, tổng giám, trưởng phòng, trưởng nhóm, trưởng ban, trưởng bộ, phó chủ, phó giám, phó tổng,
  phó phòng, chủ tịch, bảo mật, sự kiện, công ty, sinh viên, học viên, thành viên, đội ngũ, tham gia, chia sẻ, trình bày,
  thông tin, danh sách, cộng đồng, công nghệ, đồng sáng, thứ trưởng, đại học, đại sứ, việt nam, viet nam, hà nội, ha noi,
  đà nẵng, da nang, hồ chí minh, ho chi minh, xây dựng, ứng dụng, phát triển, kinh nghiệm, trải nghiệm, hệ thống, bài học, ví dụ,
  kết luận, tổng quan, giới thiệu, mở đầu, lưu ý, ghi chú, chức vụ, vai trò, đơn vị, thực hành, lý thuyết
`)

/** Words that begin such a label with any other. */
const BEGINS_A_LABEL = words('người mục nhà bộ quản')

/** A name as it is compared: without titles, marks, case and brackets. Empty where only a title stands. */
export function foldName(name: string): string {
  return foldWord(withoutTitle(name))
    .replace(/\([^)]{0,200}\)/g, ' ')
    .replace(/[^A-Za-zÀ-ỿ\d]+/gu, ' ')
    .trim()
}

/** A name without the forms of address before it. */
export function withoutTitle(name: string): string {
  return name.slice(titleEnd(name, 0))
}

/** A name in any order of its words: "Tran Vi", "Vi Tran" and "Trần Vi" have one key. */
export function personKey(name: string): string {
  return foldName(name).split(' ').sort().join(' ')
}

/**
 * The longest name that starts at `start` and ends before `limit`, its title included; null where there is none.
 * `marked` says that the author set the words off (bold), so that a slip of the capitals inside them is forgiven.
 */
export function readName(text: string, start: number, limit = text.length, marked = false): NameMatch | null {
  const first = titleEnd(text, start)
  const whole = match(text, first, limit, marked, first > start)
  // "Anh" and "Cô" are words of names too: `Anh Pham` has no title.
  return whole ?? (first > start ? match(text, start, limit, marked, false) : null)
}

function match(text: string, start: number, limit: number, marked: boolean, titled: boolean): NameMatch | null {
  const run: string[] = []
  let end = start
  for (let at = start; run.length <= MAX_WORDS; ) {
    const word = take(WORD, text, at)
    if (word === null || at + word.length > limit) break
    const bare = /[A-Za-zÀ-ỿ]{3}\.$/u.test(word) ? word.slice(0, -1) : word
    if (!isCapital(bare) && !(marked && isSlip(bare, run))) break
    run.push(bare)
    end = at + bare.length
    if (bare !== word) break
    const gap = take(GAP, text, end)
    if (gap === null) break
    at = end + gap.length
  }
  const certainty = judge(run, titled)
  return certainty === null ? null : { end, certainty, titled, words: run.length }
}

function judge(run: readonly string[], titled: boolean): Certainty | null {
  if (run.length === 0 || run.length > MAX_WORDS) return null
  const lower = run.map((word) => word.toLowerCase().replace(/\.$/, ''))
  if (lower.some((word) => NOT_A_NAME.has(word))) return null
  if (run.length > 1 && NOT_A_FIRST_WORD.has(lower[0] ?? '')) return null
  if (lower.some((_, at) => isLabel(lower.slice(at)))) return null
  const shouted = run.every((word) => word === word.toUpperCase())
  if (!shouted && run.some((word) => isAcronym(word))) return null
  if (run.some((word) => isCamelCase(word.replace(/^Ma?c/, '')))) return null

  const folded = lower.map(foldWord)
  const syllables = folded.every((word) => isSyllable(word) || word.length === 1)
  const surname = SURNAMES.has(folded[0] ?? '') || SURNAMES.has(folded.at(-1) ?? '')
  if (shouted && !(run.length > 1 && surname && syllables)) return titled && !isAcronym(run[0] ?? '') ? 'sure' : null
  if (titled) return 'sure'
  if (run.length === 1) return syllables && (folded[0]?.length ?? 0) > 1 ? 'short' : null
  return syllables || surname ? 'sure' : 'likely'
}

/** Whether words begin with a label or a role. */
function isLabel([first = '', second, third]: readonly string[]): boolean {
  const two = `${first} ${second}`
  return (
    first === 'tên' ||
    (second !== undefined && BEGINS_A_LABEL.has(first)) ||
    NOT_A_VIETNAMESE_NAME.has(two) ||
    NOT_A_VIETNAMESE_NAME.has(`${two} ${third}`)
  )
}

function titleEnd(text: string, start: number): number {
  let end = start
  for (;;) {
    const title = TITLE.exec(lowerCase(text.slice(end, end + MAX_TITLE)))?.[0]
    if (title === undefined) return end
    end += title.length
    end += take(BLANKS, text, end)?.length ?? 0
  }
}

/** Whether a name is in the order of Vietnamese: the surname first. */
export function beginsWithSurname(name: string): boolean {
  return SURNAMES.has(foldName(name).split(' ', 1)[0] ?? '')
}

/** `Nguyễn tuấn Thịnh`: a syllable with marks after a surname, written small. */
function isSlip(word: string, before: readonly string[]): boolean {
  const folded = foldWord(word)
  const [surname] = before
  return (
    surname !== undefined &&
    SURNAMES.has(foldWord(surname)) &&
    folded !== word &&
    isSyllable(folded) &&
    !NOT_A_NAME.has(word)
  )
}

function isAcronym(word: string): boolean {
  return word.length > 1 && [...word].every(isCapital)
}

function take(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''))
}

function list(text: string): ReadonlySet<string> {
  return new Set(text.split(',').map((item) => item.trim()))
}
