import { describe, expect, test } from 'vitest'
import { parse } from '../src/markdown/parse.js'
import type { Report } from '../src/report/report.js'
import { readOutline } from '../src/report/sections/outline.js'
import { foldName, readName } from '../src/report/speakers/person-name.js'
import { readSpeakers } from '../src/report/speakers/speakers.js'
import { duplicateSpeaker } from '../src/rules/duplicate-speaker.js'
import { emptySpeakers } from '../src/rules/empty-speakers.js'
import { placeholderSpeaker } from '../src/rules/placeholder-speaker.js'
import type { ReportRule } from '../src/rules/rule.js'
import { speakerFormat } from '../src/rules/speaker-format.js'
import { loadSchema } from '../src/schema/load.js'
import type { Schema } from '../src/schema/schema.js'
import { applyEdits } from '../src/text/edit.js'
import { indexLines } from '../src/text/lines.js'

const builtIn = loadSchema('event-report')
const schema: Schema = {
  ...builtIn,
  placeholders: {
    ...builtIn.placeholders,
    people: ['tb[acd]', 'n/?a', 'speaker names?', 'chưa rõ tên', '.{0,60}\\bnames\\b.{0,60}\\bnot\\b.{0,60}'],
  },
}

/** The speakers of a report with this section. */
function report(text: string, by = schema): Report {
  const outline = readOutline(parse(text), text, by)
  return { ...outline, text, lines: indexLines(text), speakers: readSpeakers(outline, text, by) } as unknown as Report
}

const page = (body: string, heading = '## Speakers'): string =>
  `# Summary Report: "Night of the Queues"\n\n## Objectives\n\n- Learn\n\n${heading}\n\n${body}\n\n## Key Takeaways\n\n- Much\n`
const read = (body: string, heading?: string) => report(page(body, heading)).speakers
const names = (body: string, heading?: string) => read(body, heading).people.map(({ name }) => name)
const facts = (body: string) => read(body).people.map(({ name, role, organization }) => [name, role, organization])
const problems = (rule: ReportRule, text: string) => [...rule.check(report(text), schema)]
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu)

describe('a list of speakers', () => {
  test.each([
    ['- **Lan Vo** – Data Engineer, Sunrise Foods', ['Lan Vo', 'Data Engineer', 'Sunrise Foods']],
    ['- **Lan Vo** - Data Engineer', ['Lan Vo', 'Data Engineer', null]],
    ['- **Lan Vo**: Data Engineer at Sunrise Foods', ['Lan Vo', 'Data Engineer', 'Sunrise Foods']],
    ['- **Lan Vo** (Data Engineer)', ['Lan Vo', 'Data Engineer', null]],
    ['- **Lan Vo** – R\\&D &amp; C\\\\*C* Engineer', ['Lan Vo', 'R&D & C\\C Engineer', null]],
    ['- Lan Vo – Data Engineer (Sunrise Foods)', ['Lan Vo', 'Data Engineer', 'Sunrise Foods']],
    ['- Lan Vo, Data Engineer, Sunrise Foods', ['Lan Vo', 'Data Engineer', 'Sunrise Foods']],
    ['- **Lan Vo** Data Engineer', ['Lan Vo', 'Data Engineer', null]],
    ['1. *Lan Vo* — Data Engineer, Community Builder', ['Lan Vo', 'Data Engineer, Community Builder', null]],
    ['- **Lan Vo** –\n  Data Engineer', ['Lan Vo', 'Data Engineer', null]],
    ['- 👤 [Lan Vo](https://example.org) – Data Engineer', ['Lan Vo', 'Data Engineer', null]],
    ['1️⃣ Lan Vo – Data Engineer', ['Lan Vo', 'Data Engineer', null]],
    ['- **Special guest: Ms. Lan Vo** – Data Engineer', ['Ms. Lan Vo', 'Data Engineer', null]],
    ['- **Lan Vo** – Data Engineer, *Sunrise Foods', ['Lan Vo', 'Data Engineer', 'Sunrise Foods']],
    ['- **Lan Vo** – Data Engineer, Sunrise Foods\\', ['Lan Vo', 'Data Engineer', 'Sunrise Foods']],
    ['- **Mendel Novak (Long)** – Data Engineer', ['Mendel Novak (Long)', 'Data Engineer', null]],
    ['**Lan Vo** – Data Engineer', ['Lan Vo', 'Data Engineer', null]],
    ['- Các chuyên gia đến từ Sunrise', ['Các chuyên gia', 'Sunrise', null]],
    [
      '#### Trần Thị Lan\n\n**Data Engineer**, Sunrise Foods\n\n- Built Big Lakes',
      ['Trần Thị Lan', 'Data Engineer', 'Sunrise Foods'],
    ],
    [
      '| No. | Speaker | Role | Company |\n|-|-|-|-|\n| 1 | **Lan Vo** | Data Engineer | Sunrise |',
      ['Lan Vo', 'Data Engineer', 'Sunrise'],
    ],
  ])('%j', (body, expected) => {
    expect(facts(body)).toEqual([expected])
  })

  test.each([
    '- Lan Vo, Data Engineer and Trần Hà, CTO',
    '- **Lan Vo**, Data Engineer, và **Trần Hà**, CTO',
    '- Lan Vo – Data Engineer & Trần Hà – CTO',
    '- Lan Vo (Data Engineer), Trần Hà (CTO)',
  ])('gives each of two people in one item their own role: %s', (body) => {
    expect(facts(body)).toEqual([
      ['Lan Vo', 'Data Engineer', null],
      ['Trần Hà', 'CTO', null],
    ])
  })

  test('gives each of two people in one item the place where they come from', () => {
    expect(facts('- Lan Vo from Sunrise Foods and Trần Hà from Renova')).toEqual([
      ['Lan Vo', 'from Sunrise Foods', null],
      ['Trần Hà', 'from Renova', null],
    ])
  })

  test.each([
    '- Lan Vo – Head of Hà Nội and Đà Nẵng, Sunrise',
    '- Lan Vo – Data Engineer and Community Builder, Lead',
  ])('takes no part of a role for another person: %s', (body) => {
    expect(names(body)).toEqual(['Lan Vo'])
  })

  test('gives the range of the name as written, within a longer text', () => {
    const text = page('- **Anh Đỗ Minh** – Kỹ sư')
    const [speaker] = report(text).speakers.people
    expect(speaker && text.slice(...speaker.range)).toBe('Anh Đỗ Minh')
    expect(speaker && text.slice(...speaker.item)).toBe('- **Anh Đỗ Minh** – Kỹ sư')
  })

  test.each([
    ['- **Lan Vo** & **Oscar Lindqvist** (Cloud Engineers)', ['Lan Vo', 'Oscar Lindqvist']],
    ['- **Lan Vo (Sunrise), Oscar Lindqvist (Delta Bank)** – Panel', ['Lan Vo', 'Oscar Lindqvist']],
    ['- **Anh Bảo và Minh Nguyên** – Kubernetes', ['Anh Bảo', 'Minh Nguyên']],
    ['- **Bạn Mai Lan** – Kubernetes\n- bạn Võ Hà – Kafka', ['Mai Lan', 'Võ Hà']],
    ['- Anh **Võ Minh** – Kỹ sư\n- DevOps Engineer **Lan Vo** (Sunrise)', ['Võ Minh', 'Lan Vo']],
    ['**Lan Vo**\n*Data Engineer*\n\n**Tran Ha**\n*Analyst, Delta Bank*', ['Lan Vo', 'Tran Ha']],
    ['Có anh Võ Minh (Sunrise) và chị Trần Hà; tiếng Anh là chính, các anh chị Khoá Hai giúp.', ['Võ Minh', 'Trần Hà']],
    ['- Panelists: Lan Vo, Oscar Lindqvist and Tran Ha', ['Lan Vo', 'Oscar Lindqvist', 'Tran Ha']],
    ['- **Network Security:** Vo Lan (Engineer), Tran Ha', ['Vo Lan', 'Tran Ha']],
    ['- **The Night Owls Team** (Vo Thi Lan, Tran Ha)', ['Vo Thi Lan', 'Tran Ha']],
    ['- **Speakers:**\n  - **Lan Vo:** Data Engineer\n  - **Tran Ha:** Analyst', ['Lan Vo', 'Tran Ha']],
    ['- Queues in Practice\n👤 Vo Thi Lan – Data Engineer\n- Streams\n👤 Tran Ha – Analyst', ['Vo Thi Lan', 'Tran Ha']],
    ['**Lan Vo** – Data Engineer  \n**Tran Ha** – Analyst', ['Lan Vo', 'Tran Ha']],
    ['The night was opened by **Tran Van Ha** (Director):\n\n- **Lan Vo** – Engineer', ['Tran Van Ha', 'Lan Vo']],
    ['| Diễn giả | Chủ đề |\n|-|-|\n| **Lan & Huy** | Hàng đợi |', ['Lan', 'Huy']],
    [
      '- **Lan Vo** - Engineer, Sunrise; **Tran Ha** - Analyst, Delta; **Anh Do** - Trainee - *Queues by Night*',
      ['Lan Vo', 'Tran Ha', 'Anh Do'],
    ],
    ['- **Lan Vo** – Engineer, Sunrise Foods – Night of the Queues', ['Lan Vo']],
    ['- Eric Stone @ Delta Bank\n- Oscar Lindqvist → Queues', ['Eric Stone', 'Oscar Lindqvist']],
    ['- **Name:** Oscar Lindqvist\n- **Họ và tên:** Trần Hà', ['Oscar Lindqvist', 'Trần Hà']],
    ['- Queues in practice, by Vo Thi Lan\n- Hàng đợi, trình bày bởi anh Võ Minh', ['Vo Thi Lan', 'anh Võ Minh']],
    ['The speakers were Vo Thi Lan and Tran Ha.', ['Vo Thi Lan', 'Tran Ha']],
    ['- Kỹ sư Trần Văn Bình (Sunrise)\n- Diễn giả Võ Thị Lan – Delta', ['Trần Văn Bình', 'Võ Thị Lan']],
    ['Võ Minh (Sunrise), Oscar Lindqvist (Delta) và Eric Stone (Grid)', ['Võ Minh', 'Oscar Lindqvist', 'Eric Stone']],
    ['| Topic | Presented by |\n|-|-|\n| Queues | Oscar Lindqvist |', ['Oscar Lindqvist']],
    ['| Chủ đề | Người trình bày |\n|-|-|\n| Hàng đợi | Võ Thị Lan |', ['Võ Thị Lan']],
  ])('of several people in one line: %j', (body, expected) => {
    expect(names(body)).toEqual(expected)
  })

  test.each([
    ['- **Lan Vo** – Engineer\n  - Topic: Tran Ha and the Queue', ['Lan Vo']],
    ['**Instructors:**\n\n- **Lan Vo** – Queues\n\n**Coordinators:**\n\n- **Tran Ha**', ['Lan Vo']],
    ['- **Instructors:** Lan Vo\n- **Coordinators:** Tran Ha, Do Minh', ['Lan Vo']],
    ['- **Lan Vo** – Engineer\n- Organised by: Tran Van Binh\n- **Coordinated by:** Do Minh', ['Lan Vo']],
    ['- **Lan Vo** – Engineer\n- **Location:** Ha Thanh Tower\n- And many others', ['Lan Vo']],
    ['- **Session 1**: Cloud Operations\n- **Design Review**: how it is done', []],
    ['- Eric Stone, Country Manager, Laos & Myanmar, Delta', ['Eric Stone']],
    ['Võ Minh (Sunrise), Delta Foods and the others', ['Võ Minh']],
    ['The hall was full, and the lights were by Delta Bank.', []],
  ])('has no other people: %j', (body, expected) => {
    expect(names(body)).toEqual(expected)
  })

  test.each([
    ['- **Lan Vo** – Kỹ sư, Gridworks\n- Ban tổ chức: Trần Văn Bình', ['Lan Vo']],
    ['- Chủ đề: Bảo Mật Đám Mây\n- Đại Học Bách Khoa\n- Trần Văn Bình', ['Trần Văn Bình']],
    ['- Trần Văn Bình và Võ Thị Lan', ['Trần Văn Bình', 'Võ Thị Lan']],
    ['| Họ tên | Vai trò |\n|-|-|\n| Trần Văn Bình | Kỹ sư |', ['Trần Văn Bình']],
  ])('may have composed or decomposed letters: %j', (body, expected) => {
    expect(names(body)).toEqual(expected)
    expect(names(body.normalize('NFD'))).toEqual(expected)
  })

  test('gives the range of the name as written, in decomposed letters', () => {
    const text = page('- **Võ Thị Lệ** và Đỗ&nbsp;Hà – Kỹ sư').normalize('NFD')
    const { people } = report(text).speakers
    expect(people.map(({ range }) => text.slice(...range).normalize('NFC'))).toEqual(['Võ Thị Lệ', 'Đỗ&nbsp;Hà'])
  })

  test('may have a team instead of a name, without its organization', () => {
    expect(
      read('- **FCJ Team**\n- Team of experts from Delta Bank.').people.map(({ name, team }) => [name, team]),
    ).toEqual([
      ['FCJ Team', true],
      ['Team of experts', true],
    ])
  })

  test.each([
    [
      '- **Signal Watchers (1st prize):** Võ Thị Lan, Trần Văn Bình, Đỗ Hà\n- **Eric Stone (Delta):** Engineer, Teacher',
      ['Võ Thị Lan', 'Trần Văn Bình', 'Đỗ Hà', 'Eric Stone'],
    ],
    [
      '| Đội / Diễn giả | Thành viên |\n|-|-|\n| Signal Watchers | Võ Thị Lan, Trần Văn Bình |\n| Đỗ Hà | |',
      ['Võ Thị Lan', 'Trần Văn Bình', 'Đỗ Hà'],
    ],
    ['| Team | Members |\n|-|-|\n| Signal Watchers | Lan Vo and Tran Ha |', ['Lan Vo', 'Tran Ha']],
    ['| Team member | Role |\n|-|-|\n| Lan Vo | Engineer |', []],
  ])('has the members of a team: %j', (body, expected) => {
    expect(names(body)).toEqual(expected)
  })

  test('may be a field without markup', () => {
    const text =
      '# Summary Report: "Night"\n\n**Speakers:** Mr. Lan Vo, Tran Ha  \n**Coordinators:** Do Minh\n\n## Objectives\n\n- Learn\n'
    expect(report(text).speakers.people.map(({ name }) => name)).toEqual(['Mr. Lan Vo', 'Tran Ha'])
  })

  test('has the name after a role, but not the words of a role', () => {
    const { people } = read('- Kỹ sư Đám Mây – Sunrise')
    expect(people.map(({ name, team }) => [name, team])).toEqual([['Kỹ sư Đám Mây', true]])
  })

  test.each([
    ['| Date | May 9 |\n|-|-|\n| Speakers | Lan Vo, Tran Ha |', ['Lan Vo', 'Tran Ha']],
    ['- Date: May 9\n- Guest speaker: Lan Vo (Sunrise)', ['Lan Vo']],
    ['Ngày: 9/5\nDiễn giả: anh Võ Minh và Trần Hà', ['anh Võ Minh', 'Trần Hà']],
    ['- Speaker: Lan Vo\n- Speaker: Tran Ha', []],
  ])('may be a field without emphasis in the information on the event: %j', (fields, expected) => {
    const own = '\n\n## Objectives\n\n- Learn\n'
    for (const heading of ['', '## Event Information\n\n']) {
      const { speakers } = report(`# Summary Report: "Night"\n\n${heading}${fields}${own}`)
      expect(speakers.people.map(({ name }) => name)).toEqual(expected)
      expect(speakers.state).toBe(expected.length > 0 ? 'ok' : 'missing')
    }
    expect(report(`# Summary Report: "Night"${own}\n## Key Takeaways\n\n${fields}\n`).speakers.state).toBe('missing')
  })

  test.each([
    ['- ***', 'empty'],
    ['-', 'empty'],
    ['', 'empty'],
    ['<!-- who? -->\n\n---', 'empty'],
    ['- TBD', 'placeholder'],
    ['- The names were not announced', 'placeholder'],
    ['- **Container Team**\n-', 'ok'],
    ['![the speakers](a.png)', 'ok'],
  ])('%j is %s', (body, state) => {
    expect(read(body).state).toBe(state)
  })

  test.each([
    ['\\p{Lu}{3} name here', '- XYZ name here'],
    ['. name here', '- 💡 name here'],
    ['tên ở đây'.normalize('NFD'), '- Tên ở đây'],
  ])('may have the placeholders of the schema: %s', (pattern, body) => {
    const own = { ...schema, placeholders: { ...schema.placeholders, people: [pattern] } }
    expect(report(page(body), own).speakers.state).toBe('placeholder')
  })

  test('may have lines that end with `<br>` below a bold line', () => {
    const text =
      '# Summary Report: "Night"\n\n**Speakers**\nLan Vo – Engineer<br>\nTran Ha – Analyst\n\n## Objectives\n\n- Learn\n'
    expect(report(text).speakers.people.map(({ name }) => name)).toEqual(['Lan Vo', 'Tran Ha'])
  })

  test('is never missing', () => {
    expect(report('# Summary Report: "Night"\n\n## Objectives\n\n- Learn\n').speakers.state).toBe('missing')
  })

  test('is read from the headings of talks if there are no fields either', () => {
    const talks = [
      '# Summary Report: “Mesh Night”',
      '## Highlights',
      '### 1. Queues in Practice – Mr. Bao Pham',
      '### Cold Starts (Minh Anh Tran)',
      '### Chia sẻ của anh Lê Văn Tâm',
      '### Hỏi đáp cùng ông Đỗ Quang Hà',
      '### Hàng Đợi Thông Điệp',
      '### Team Achievement: Spectacular Comeback',
      '### Amazon Titan',
      '### Questions to Mr. Bao Pham',
      '## Experience',
      '### A chat with Ms. Lan Vo',
    ].join('\n\nText.\n\n')
    const { state, people } = report(talks).speakers
    expect(state).toBe('missing')
    expect(people.map(({ name, role, form }) => [name, role, form])).toEqual([
      ['Mr. Bao Pham', null, null],
      ['Minh Anh Tran', null, null],
      ['Lê Văn Tâm', null, null],
      ['Đỗ Quang Hà', null, null],
    ])
    expect(report(`${talks}\n\n## Speakers\n\n- Kim Do\n`).speakers.people.map(({ name }) => name)).toEqual(['Kim Do'])
  })

  test('is read from the fields of talks if there is no section', () => {
    const talks =
      '# Summary Report: "Night"\n\n## Objectives\n\n- Learn\n\n## Highlights\n\n### One\n\n**Speaker:** Lan Vo – Engineer\n\n### Two\n\n**Speakers:** Tran Ha, Lan Vo\n\n**Topics:** Do Minh Queue\n'
    const { state, people } = report(talks).speakers
    expect(state).toBe('missing')
    expect(people.map(({ name, role }) => [name, role])).toEqual([
      ['Lan Vo', 'Engineer'],
      ['Tran Ha', null],
    ])
    const listed = `${talks}\n## Speakers\n\n- Bao Pham\n`
    expect(report(listed).speakers.people.map(({ name }) => name)).toEqual(['Bao Pham'])
  })

  test('may be in a section with any id', () => {
    const own: Schema = {
      ...schema,
      sections: schema.sections.map((section) => (section.id === 'speakers' ? { ...section, id: 'who' } : section)),
    }
    const of = (body: string) => report(page(body), own)
    expect(of('- John Smith\n- Mary Jones, ACME').speakers.people.map(({ name }) => name)).toEqual([
      'John Smith',
      'Mary Jones',
    ])
    const ids = (rule: ReportRule, body: string) => [...rule.check(of(body), own)].map(({ data }) => data)
    expect(ids(placeholderSpeaker, '- TBD')).toEqual([{ section: 'who' }])
    expect(ids(emptySpeakers, '- ***')).toEqual([{ section: 'who' }])
  })

  test('is read from any prefix of a messy section', () => {
    const text = page(
      '**Guests:**\n- **Lan Vo** (*a*, [b](c)) & Tran\n\n| Name |\n|-|\n| x |\n\n> - `Do` <br> Ha\\\n  x',
    )
    for (let end = 0; end <= text.length; end++) expect(() => report(text.slice(0, end))).not.toThrow()
  })
})

describe('a name', () => {
  test.each([
    ['Nguyễn Thị Hà', 'sure'],
    ['Mr. Oscar', 'sure'],
    ['H.E. Oscar Lindqvist', 'sure'],
    ['His Excellency Oscar Lindqvist', 'sure'],
    ['Ngài Oscar Lindqvist', 'sure'],
    ['Oscar Lindqvist', 'likely'],
    ['Huy', 'short'],
  ])('%s is %s', (text, certainty) => {
    expect(readName(text, 0)).toMatchObject({ end: text.length, certainty })
  })

  test.each([
    'Solutions Architect',
    'AWS',
    'CloudFront',
    'Design',
    'Chuyên Gia',
    'lan vo',
    'Hà Nội',
    '',
  ])('%j is not one', (text) => {
    expect(readName(text, 0)).toBeNull()
  })

  test('is compared without title, diacritics and case', () => {
    expect(foldName('Mr. Đỗ Văn HÀ (Ben)')).toBe(foldName('do van ha'))
    for (const title of ['H.E.', 'His Excellency', 'Ngài'])
      expect(foldName(`${title} Oscar Lindqvist`)).toBe('oscar lindqvist')
  })
})

describe('rules', () => {
  test('have their place at the empty bullet, else at the heading', () => {
    const text = page('- ***')
    expect(problems(emptySpeakers, text).map(({ range }) => text.slice(...range))).toEqual(['- ***'])
    const bare = page('')
    expect(problems(emptySpeakers, bare).map(({ range }) => bare.slice(...range))).toEqual(['## Speakers'])
    expect(problems(emptySpeakers, page('- TBD'))).toEqual([])
  })

  test('find a placeholder beside names, but not a remark about a named team', () => {
    const text = page('- **Lan Vo** – Engineer\n- **Speaker name** – Role')
    expect(problems(placeholderSpeaker, text).map(({ range }) => text.slice(...range))).toEqual(['Speaker name'])
    expect(problems(placeholderSpeaker, page('- **Delta Team**\n- (names were not listed)'))).toEqual([])
  })

  test.each([
    '- Lan Vo, Engineer\n- Oscar Lindqvist, Analyst',
    '- **Lan Vo** Engineer\n- **Tran Ha** Analyst',
    '- **Lan Vo** – Engineer\n- Oscar Lindqvist (Analyst)\n- **Tran Ha** – Host',
    '- Lan Vo - Engineer\n- Tran Ha, Analyst\n- Do Minh',
    '* *Lan Vo* – Engineer\n* *Tran Ha*, Analyst\n* *Do Minh* – Host',
  ])('fix the form by markup alone, and only once: %j', (body) => {
    const text = page(body)
    const [problem, ...more] = problems(speakerFormat, text)
    expect(more).toEqual([])
    const fixed = applyEdits(text, problem?.fix?.edits ?? [])
    expect(fixed).not.toBe(text)
    expect(wordsOf(fixed)).toEqual(wordsOf(text))
    expect(problems(speakerFormat, fixed)).toEqual([])
    expect(report(fixed).speakers.people.map(({ name }) => name)).toEqual(
      report(text).speakers.people.map(({ name }) => name),
    )
  })

  test.each([
    '- **Lan Vo** - Engineer\n- **Tran Ha** – Analyst',
    '- Lan Vo – Engineer\n- Tran Ha – Analyst',
    '- **Lan Vo:** Engineer\n- **Tran Ha:** Analyst',
    '- **Lan Vo**\n- **Tran Ha** – Analyst',
    'Vo Thi Lan, who is an engineer, spoke first.',
  ])('accept the form: %j', (body) => {
    expect(problems(speakerFormat, page(body))).toEqual([])
  })

  test('have no fix if more than markup would be removed', () => {
    const [problem] = problems(speakerFormat, page('- [Lan Vo](https://example.org), Engineer'))
    expect(problem).toBeDefined()
    expect(problem?.fix).toBeUndefined()
  })

  test('find a second item of one person, and remove it only if it says nothing new', () => {
    const text = page('- **Vo Thi Lan** – Engineer  \n\n- **Tran Ha**\n\n- **Vo Thi Lan** – Engineer  ')
    const [problem] = problems(duplicateSpeaker, text)
    expect(problem?.fix?.safety).toBe('unsafe')
    expect(applyEdits(text, problem?.fix?.edits ?? [])).toContain('- **Vo Thi Lan** – Engineer  \n\n- **Tran Ha**\n')
    expect(problems(duplicateSpeaker, page('- **Võ Thị Lan** – Engineer\n- Ms. vo thi lan'))).toHaveLength(0)
    const [other] = problems(duplicateSpeaker, page('- **Võ Thị Lan** – Engineer\n- **Ms. Vo Thi Lan**'))
    expect(other).toBeDefined()
    expect(other?.fix).toBeUndefined()
  })

  test.each([
    '- **Lan Vo** – Queues\n- **Lan Vo** – Streams',
    '- **Anh Huy** – Queues\n- **Anh Huy** – Queues',
    '- **FCJ Team**\n- **FCJ Team**',
    '**Morning:**\n\n- **Lan Vo** – Host\n\n**Evening:**\n\n- **Lan Vo** – Host',
  ])('accept two items: %j', (body) => {
    expect(problems(duplicateSpeaker, page(body))).toEqual([])
  })
})
