import { expect, test } from 'vitest'
import { shortcodeRanges } from '../src/markdown/shortcodes.js'

const found = (text: string): string[] => shortcodeRanges(text).map((range) => text.slice(...range))

test.each([
  ['{{< figure src="a.png" caption="From A -> B" >}}'],
  ['{{% notice info "50% of it" %}}', '{{% /notice %}}'],
  ['{{< fig a="1 > 0" />}}'],
])('%s is a shortcode, whatever its parameters contain', (...shortcodes) => {
  expect(found(`before ${shortcodes.join(' between ')} after`)).toEqual(shortcodes)
})

test('an unclosed shortcode is not one', () => {
  expect(found('{{< figure src="a.png" >\n\ntext\n\n{{< youtube b >}}\n')).toEqual(['{{< youtube b >}}'])
  expect(found('{{< figure src="a.png"\n\ntext')).toEqual([])
})

test.each([
  '{{< highlight go >}}\n# no heading {{< ref "a.md" >}}\n{{% /notice %}}\n{{< /highlight >}}',
  '{{<mermaid>}}\ngraph\n{{</mermaid>}}',
])('raw content is part of the shortcode: %s', (shortcode) => {
  expect(found(`before ${shortcode} {{< after >}}`)).toEqual([shortcode, '{{< after >}}'])
})

test.each([
  ['has Markdown in it', ['{{% notice %}}', '{{< icon >}}', '{{% /notice %}}']],
  ['has no end', ['{{< highlight go >}}', '{{< icon >}}']],
  ['had its end before', ['{{< /highlight >}}', '{{< highlight go >}}', '{{< icon >}}']],
  ['is its own end', ['{{< chart a />}}', '{{< icon >}}', '{{< /chart >}}']],
  ['begins where another has ended', ['{{< highlight go >}} a {{< /highlight >}}', '{{< math >}} b {{< /math >}}']],
])('a shortcode that %s ends with its tag', (_, shortcodes) => {
  expect(found(shortcodes.join(' and '))).toEqual(shortcodes)
})
