// Reads and parses every Markdown file below some folders, in one thread, and does nothing else.
//   node bench/parse-alone.js remark|native FOLDER-WITH-THE-PACKAGES PATH…

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [parser, packages, ...paths] = process.argv.slice(2)
const load = async (name) => await import(pathToFileURL(createRequire(join(packages, '_')).resolve(name)).href)

const PARSERS = {
  async remark() {
    const { unified } = await load('unified')
    const processor = unified()
      .use((await load('remark-parse')).default)
      .use((await load('remark-gfm')).default)
      .use((await load('remark-frontmatter')).default)
      .freeze()
    return (text) => processor.parse(text)
  },
  async native() {
    const { markdownToMdast } = await load('satteri')
    return (text) => markdownToMdast(text)
  },
}
const parse = await PARSERS[parser]()

for (const path of paths) {
  const files = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true }).map((name) => join(path, name))
    : [path]
  for (const file of files) if (file.endsWith('.md')) parse(readFileSync(file, 'utf8'))
}
