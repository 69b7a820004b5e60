import { defineConfig, type UserConfig } from 'tsdown'
import { asciiCode } from './bundling/ascii-code.ts'
import { lazyChunks } from './bundling/lazy-chunks.ts'
import { pageParts } from './bundling/page-parts.ts'
import { textModules } from './bundling/text-modules.ts'
import { thirdPartyLicences } from './bundling/third-party.ts'

/** Works around the bundler, which loses the default export of a built-in module that is re-exported, as vfile does with `process`. */
const vfileProcess = {
  name: 'vfile-process',
  transform: (_: string, id: string) =>
    /vfile[\\/]lib[\\/]minproc\.js$/.test(id)
      ? "import process from 'node:process'\nexport const minproc = process"
      : null,
}

/**
 * Replaces the `require` and the paths that the bundler derives from `import.meta.url` by those that a CommonJS file has anyway.
 * Otherwise, every start would load Node's `module` and `url`.
 */
const ownRequire = {
  name: 'own-require',
  renderChunk(code: string) {
    const own = code
      .replace(/\(0, [\w$]+\.createRequire\)\(require\("url"\)\.pathToFileURL\(__filename\)\.href\)/g, 'require')
      .replace(/\(0, [\w$]+\.fileURLToPath\)\(require\("url"\)\.pathToFileURL\(__filename\)\.href\)/g, '__filename')
      .replace(/new URL\("\.", require\("url"\)\.pathToFileURL\(__filename\)\.href\)\.pathname/g, '__dirname')
    return own === code ? null : { code: own, map: null }
  },
}

const plugins = [textModules, pageParts, vfileProcess, thirdPartyLicences()]

// gray-matter contains an `eval` for front matter in JavaScript, which is never called.
const checks = { eval: false, pluginTimings: false }

const common: UserConfig = {
  platform: 'node',
  target: 'node20',
  minify: true,
  plugins,
  // Everything is bundled, so that little is read at start-up, and nothing needs to be installed beside it.
  deps: { alwaysBundle: /.*/, onlyBundle: false },
  inputOptions: { checks },
}

/** The chunks of the command: which of our files and which packages each contains. The first one that matches a module gets it. */
const chunks = [
  // Reads YAML; with the dependencies of gray-matter.
  chunk('yaml', /src\/source\/(?:front-matter\/yaml|yaml-problem)/, [
    ...['yaml', 'gray-matter', 'js-yaml', 'esprima', 'section-matter', 'kind-of', 'strip-bom-string', 'extend-shallow'],
    ...['is-extendable'],
  ]),
  chunk('toml', null, ['toml-eslint-parser']),
  chunk('chalk', null, ['chalk']),
  // The reference parser, and the printer.
  chunk('markdown', /src\/(?:markdown\/parse|report\/(?:build|markdown-reader)|drafting\/print)\.ts/, [
    ...['unified', 'remark-[^/]*', 'mdast-util-(?!to-string)[^/]*', 'micromark[^/]*', 'unist-util-[^/]*', 'vfile[^/]*'],
    ...['decode-named-character-reference', 'character-entities', 'bail', 'trough', 'is-plain-obj', 'devlop', 'zwitch'],
    ...['longest-streak', 'markdown-table', 'ccount', 'escape-string-regexp', 'extend'],
  ]),
  // The documentation of rules, for `explain`.
  chunk('docs', /src\/(?:rules|lint)\/(?:[a-z-]+\.md|docs\.ts|every-rule\.ts)/, []),
  // Vietnamese words, for reports that contain some.
  chunk('vietnamese', /src\/spelling\/(?:vietnamese-|data\/vietnamese)/, []),
  // Repairs text damaged by a wrong encoding, where there may be some.
  chunk('encoding', /src\/encoding\//, []),
  // Writes files, and calls git.
  chunk('files', /src\/source\/(?:git\/[a-z-]+|write|create|output)\.ts/, []),
  // Compares reports with each other, where there are several.
  chunk(
    'together',
    /src\/(?:cli\/run\/event-rules|lint\/together|lint\/among|rules\/(?:event-(?!number|rule-ids)[a-z-]+|(?:speaker-conflict|translation-mismatch|index-mismatch|duplicate-event-number|copied-text))|events\/[a-z-]+)\.ts/,
    [],
  ),
  // Reads a configuration or a schema of the user's own.
  chunk(
    'settings',
    /src\/(?:source\/checked-yaml|config\/(?:config|registry)|schema\/schema-file|lint\/baseline)\.ts/,
    ['valibot'],
  ),
  // What every command starts with, and what suffices to print the findings of an unchanged run again.
  chunk(
    'base',
    /src\/(?:source\/(?:disk|cache-file|hash)|cli\/(?:process\/(?:io|width)|replay\/(?:replay|disk-state|run-record)|run\/program-stamp)|reporters\/(?:index|terminal))\.ts|[\\/]package\.json$/,
    [],
  ),
  // Results of earlier runs, where some reports have changed since.
  chunk(
    'known',
    /src\/(?:cli\/(?:run\/result-cache(?:-lines)?|replay\/(?:rerun-edited|compare-again))|lint\/moved)\.ts/,
    [],
  ),
  // What every check needs, with the default output format, in one file: each further one would take half a millisecond to load.
  chunk(
    'check',
    new RegExp(
      [
        'src/(?:text|source|schema|spelling|markdown|report|drafting|rules|lint|config)/(?!scaffold)',
        'src/cli/[a-z]+/(?:attempt|check|run|run-files|recording|print-findings|texts-below|collect|collected|recall|registries|examine-all|examiner|parsers|read-report)\\.ts',
        'src/cli/[a-z]+/(?:command-name|file-errors|settings|targets|targets-near|failure|colours|clock|fix-command|severities-list)\\.ts',
        'src/reporters/(?:pretty|summary|colours|terminal-width)\\.ts',
      ].join('|'),
    ),
    ['ignore'],
  ),
]

function chunk(name: string, files: RegExp | null, packages: readonly string[]) {
  const paths = packages.length > 0 ? [`node_modules/(?:${packages.join('|')})/`] : []
  return { name, test: new RegExp([...(files ? [files.source] : []), ...paths].join('|')) }
}

export default defineConfig([
  {
    ...common,
    entry: { index: 'src/index.ts', remark: 'src/remark.ts' },
    format: 'esm',
    outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
    dts: { entry: ['src/index.ts', 'src/remark.ts'] },
    // The dictionary, a file of its own: it is read only for reports with an uncommon word.
    copy: ['src/source/words.dawg'],
  },
  {
    ...common,
    entry: { cli: 'src/cli/main.ts', worker: 'src/cli/run/worker.ts' },
    // Node starts a CommonJS program some milliseconds faster than an ES module, and people wait for the command.
    format: 'cjs',
    plugins: [...plugins, ownRequire, lazyChunks, asciiCode],
    inputOptions: { checks, preserveEntrySignatures: 'allow-extension' },
    outputOptions: { codeSplitting: { includeDependenciesRecursively: false, groups: chunks } },
    dts: false,
    clean: false,
  },
])
