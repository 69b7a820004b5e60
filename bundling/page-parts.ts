import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const SUFFIX = '?text'
/** The prefix and suffix of such modules within the build, so that no other plugin takes them for scripts or style sheets. */
const MARK = '\0page-part:'
const END = '.text'

/**
 * Lets code import scripts and style sheets of the page as strings: `import script from './page/main.ts?text'` is the script, bundled
 * with all that it imports and minified; a style sheet is its text. The build and the tests share this plugin.
 */
export const pageParts = {
  name: 'page-parts',
  enforce: 'pre' as const,
  resolveId(source: string, importer: string | undefined) {
    if (!source.endsWith(SUFFIX) || !importer) return null
    return MARK + resolve(dirname(importer), source.slice(0, -SUFFIX.length)) + END
  },
  async load(id: string) {
    if (!id.startsWith(MARK)) return null
    const path = id.slice(MARK.length, -END.length)
    const text = path.endsWith('.ts') ? await bundled(path) : withoutComments(readFileSync(path, 'utf8'))
    return { code: `export default ${JSON.stringify(text)}`, map: null, moduleType: 'js' as const }
  },
}

async function bundled(entry: string): Promise<string> {
  const { build } = await import('tsdown')
  const [bundle] = await build({
    config: false,
    entry: { page: entry },
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    dts: false,
    write: false,
    clean: false,
    logLevel: 'silent',
    report: false,
  })
  const code = bundle?.chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk.code] : [])).join('')
  if (!code) throw new Error(`${entry}: the bundler returned no code`)
  return code.trim()
}

function withoutComments(css: string): string {
  return css
    .replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}
