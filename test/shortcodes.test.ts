import { expect, test } from 'vitest'
import { shortcodeRanges } from '../src/report/shortcodes.js'

const found = (text: string): string[] => shortcodeRanges(text).map((range) => text.slice(...range))

test.each([
  ['{{< figure src="a.png" caption="From A -> B" >}}'],
  ['{{% notice info "50% of it" %}}', '{{% /notice %}}'],
  ['{{< fig a="1 > 0" />}}'],
])('%s is a shortcode, whatever signs its parameters hold', (...shortcodes) => {
  expect(found(`before ${shortcodes.join(' between ')} after`)).toEqual(shortcodes)
})

test('one that is never closed ends nowhere', () => {
  expect(found('{{< figure src="a.png" >\n\ntext\n\n{{< youtube b >}}\n')).toEqual(['{{< youtube b >}}'])
  expect(found('{{< figure src="a.png"\n\ntext')).toEqual([])
})
