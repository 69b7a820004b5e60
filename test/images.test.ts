import { describe, expect, test } from 'vitest'
import { buildReport } from '../src/report/build.js'
import type { Image } from '../src/report/images.js'
import { loadSchema } from '../src/schema/load.js'

const schema = loadSchema('event-report')

function read(body: string, exists: (url: string) => boolean | null = () => null): [Image[], string] {
  const text = `\uFEFF---\ntitle: "Event 1"\n---\n\n# Summary Report: “Grid Day”\n\n${body}\n`
  return [[...buildReport({ path: '_index.md', text }, schema, exists).images], text]
}

/** Address, description, and the text that the finding would mark. */
const shown = (body: string): string[][] => {
  const [images, text] = read(body)
  return images.map(({ url, alt, range }) => [url, alt, text.slice(...range)])
}

describe('pictures', () => {
  test.each([
    ['Markdown', '![The hall](/images/a.jpg)', '/images/a.jpg', 'The hall'],
    ['with a title', '![The hall](/images/a.jpg "Hall")', '/images/a.jpg', 'The hall'],
    ['with blanks in the path', '![The hall](</images/a b.jpg>)', '/images/a b.jpg', 'The hall'],
    ['with no description', '![](a.jpg)', 'a.jpg', ''],
    ['with no address', '![The hall]()', '', 'The hall'],
    ['HTML', '<img src="/images/a.jpg" alt="The hall" style="width: 50%">', '/images/a.jpg', 'The hall'],
    ['HTML with other quotation marks', "<img alt='The hall' src=a.jpg>", 'a.jpg', 'The hall'],
    ['HTML over two lines', '<img\n  src="a.jpg"\n  alt="The hall" />', 'a.jpg', 'The hall'],
    ['HTML with a shortcode', '<img src="{{< base >}}a.jpg" alt="The hall">', '{{< base >}}a.jpg', 'The hall'],
    ['HTML without a description', '<img src="a.jpg">', 'a.jpg', ''],
    ['figure', '{{< figure src="a.jpg" alt="The hall" >}}', 'a.jpg', 'The hall'],
    ['figure with a caption', '{{% figure src="a.jpg" caption="The hall" %}}', 'a.jpg', 'The hall'],
    ['a shortcode of the site', '{{< event-image src="a.jpg" alt="The hall" >}}', 'a.jpg', 'The hall'],
    ['a shortcode in the address', '![The hall]({{< base >}}images/a.jpg)', '{{< base >}}images/a.jpg', 'The hall'],
  ])('%s', (_, body, url, alt) => {
    expect(shown(body)).toEqual([[url, alt, body]])
  })

  test('by reference', () => {
    const body = '![The hall][hall]\n\n[hall]: /images/a.jpg'
    expect(shown(body)).toEqual([['/images/a.jpg', 'The hall', '![The hall][hall]']])
    expect(shown('![The hall][hall]')).toEqual([])
  })

  test('in lists, quotes, links and tables, in the order of the text', () => {
    const body = [
      '- ![1st](1.jpg)',
      '',
      '> <p>a <img src="2.jpg" alt="2nd"> b</p>',
      '',
      '{{< figure src="3.jpg" alt="3rd" >}}',
      '',
      '[![4th](4.jpg)](https://a.example)',
      '',
      '| a |',
      '|---|',
      '| ![5th](5.jpg) |',
    ].join('\n')
    expect(shown(body).map(([url, alt]) => [url, alt])).toEqual([
      ['1.jpg', '1st'],
      ['2.jpg', '2nd'],
      ['3.jpg', '3rd'],
      ['4.jpg', '4th'],
      ['5.jpg', '5th'],
    ])
  })

  test.each([
    ['code', '`![a](a.jpg)`\n\n```\n![a](a.jpg)\n<img src="a.jpg">\n```'],
    ['comments', '<!-- ![a](a.jpg) <img src="b.jpg"> {{< figure src="c.jpg" >}} -->'],
    ['comments over lines', '<!--\n<img src="b.jpg">\n\n{{< figure src="c.jpg" >}}\n-->'],
    ['links', '[a](a.jpg)'],
    ['shortcodes of another kind', '{{< video src="a.mp4" >}}\n{{< image-grid >}}'],
    ['tags without an address', '<img class="a">'],
  ])('none in %s', (_, body) => {
    expect(shown(body)).toEqual([])
  })

  test('one beside a comment is one', () => {
    expect(shown('<!-- a --><img src="a.jpg" alt="b"><!-- c -->').map(([url]) => url)).toEqual(['a.jpg'])
  })
})

describe('whether they are there', () => {
  const states = (body: string, answer: boolean | null): (boolean | null)[] =>
    read(body, () => answer)[0].map(({ exists }) => exists)

  test.each([true, false, null])('is what the site says: %s', (answer) => {
    expect(states('![a](a.jpg)\n<img src="a.jpg">\n{{< figure src="a.jpg" >}}', answer)).toEqual([
      answer,
      answer,
      answer,
    ])
  })

  test('a shortcode of the site may read its address in its own way', () => {
    expect(states('{{< event-image src="a.jpg" >}}', true)).toEqual([true])
    expect(states('{{< event-image src="a.jpg" >}}', false)).toEqual([null])
  })

  test('no address, no picture', () => {
    expect(states('![a]()', null)).toEqual([false])
  })
})
