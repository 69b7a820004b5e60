/** An import of another chunk, as the bundler writes it, or of a part of Node that is slow to load, as commander writes it, too. */
const IMPORT =
  /^\s*(?:const|let) ([\w$]+) = require\(['"](\.\/[^'"]+|(?:node:)?(?:child_process|crypto|module|os|v8|worker_threads))['"]\);$/gm

/**
 * Makes the chunks of a CommonJS bundle load each other on first use instead of at the start, because most runs of the command need
 * few of them. This is sound for modules that only define things, such as ours and the bundled ones, and for parts of Node: commander
 * alone would load everything for child processes, which takes 2 ms.
 */
export const lazyChunks = {
  name: 'lazy-chunks',
  renderChunk(code: string) {
    let lazy = code
    for (const [statement, name = '', path] of code.matchAll(IMPORT)) {
      if (path?.includes('rolldown-runtime')) continue
      const loaded = `${name}$loaded`
      const used = name.replaceAll('$', '\\$')
      lazy = lazy
        .replace(statement, () => `let ${loaded}; function ${name}() { return (${loaded} ??= require('${path}')); }`)
        // `new f().A()` would call `A` on a new `f`.
        .replace(new RegExp(`\\bnew ${used}\\.`, 'g'), () => `new (${name}()).`)
        .replace(new RegExp(`\\b${used}\\.`, 'g'), () => `${name}().`)
    }
    return lazy === code ? null : { code: lazy, map: null }
  },
}
