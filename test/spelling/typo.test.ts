import { expect, test } from 'vitest'
import { buildReport } from '../../src/report/build.js'
import type { Problem } from '../../src/rules/rule.js'
import { typo } from '../../src/rules/typo.js'
import { loadSchema } from '../../src/schema/load.js'
import { applyEdits } from '../../src/text/edit.js'

const schema = loadSchema('event-report')

const check = (text: string): Problem[] => [...typo.check(buildReport({ path: '_index.md', text }, schema), schema)]

const fixed = (text: string): string =>
  applyEdits(
    text,
    check(text).flatMap(({ fix }) => fix?.edits ?? []),
  )

test('the title in the front matter is checked, other values are not', () => {
  const text = '\uFEFF---\ntitle: "Github Day"\nauthor: Sagemaker\nurl: /devsecops/Gitlab\n---\n\n# Github Day\n'
  expect(fixed(text)).toBe(text.replaceAll('Github', 'GitHub'))
})

test('shortcodes and their raw content are left alone, and the text after them is corrected', () => {
  const text =
    '{{< figure src="Github.png" title="Recieving" >}} Recieving {{% highlight %}}Recieving{{% /highlight %}}\n'
  expect(fixed(text)).toBe(text.replace(' Recieving {', ' Receiving {'))
})

test('a word that is the target of a link in the page has no fix', () => {
  const [inLink, heading] = check('[see](#Devsecops-basics)\n\n# Devsecops basics\n\nGithub\n')
  expect(inLink?.data).toEqual({ word: 'Devsecops', suggestion: 'DevSecOps' })
  expect(inLink?.fix).toBeUndefined()
  expect(heading?.fix?.edits[0].text).toBe('GitHub')
})

test('a doubtful word has a suggestion and no fix', () => {
  const [doubtful, ...rest] = check('## Mục tiêu\n\n- từng gian đoạn của dự án\n')
  expect(doubtful?.data).toEqual({ word: 'gian đoạn', suggestion: 'giai đoạn' })
  expect(doubtful?.fix).toBeUndefined()
  expect(rest).toEqual([])
})

test('every occurrence of a word is reported', () => {
  expect(check('Sharepoint\n\n- Sharepoint\n- ![Sharepoint](a.png)\n')).toHaveLength(3)
})

test('the name of a speaker is never a typo', () => {
  const text =
    '# Summary Report: “A”\n\n## Speakers\n\n- **Terrafrom Le** – Developer\n\n## Highlights\n\nTerrafrom showed it.\n'
  expect(check(text.replace('- **Terrafrom Le** – Developer', 'None'))).toHaveLength(1)
  expect(check(text)).toEqual([])
  const vietnamese =
    '# Bài thu hoạch “A”\n\n## Diễn giả\n\n- **Trang Thái** – Kỹ sư\n\n## Nội dung nổi bật\n\nChị Trang Thái\n'
  expect(check(vietnamese.replace('- **Trang Thái** – Kỹ sư', 'Chưa có'))).toHaveLength(1)
  expect(check(vietnamese)).toEqual([])
})

test.each([
  ['a soft hyphen', '\u00ad'],
  ['a zero-width space', '\u200b'],
  ['a word joiner', '\u2060'],
])('what %s leaves of a word is not judged by itself', (_, sign) => {
  expect(check(`Chúng tôi tìm hi${sign}ểu cách chia tải cho các máy chủ, và recieve${sign}d sau đó.\n`)).toEqual([])
})
