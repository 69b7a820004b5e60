/** How the bundler, and commander, write an import of another chunk, or of a part of Node that is slow to start. */
const IMPORT =
  /^\s*(?:const|let) ([\w$]+) = require\(['"](\.\/[^'"]+|(?:node:)?(?:child_process|crypto|module|os|v8|worker_threads))['"]\);$/gm

/**
 * Makes the chunks of a CommonJS bundle load one another when something of them is first used, not at the start: most runs
 * of the command need few of them. Sound for modules that do nothing but define things, as ours and those bundled here are;
 * and for parts of Node: commander alone would start all that child processes need, in 2 ms.
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
        // `new f().A()` would be the A of a new f.
        .replace(new RegExp(`\\bnew ${used}\\.`, 'g'), () => `new (${name}()).`)
        .replace(new RegExp(`\\b${used}\\.`, 'g'), () => `${name}().`)
    }
    return lazy === code ? null : { code: lazy, map: null }
  },
}
