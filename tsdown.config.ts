import { defineConfig, type UserConfig } from 'tsdown'
import { asciiCode } from './bundling/ascii-code.ts'
import { lazyChunks } from './bundling/lazy-chunks.ts'
import { pageParts } from './bundling/page-parts.ts'
import { textModules } from './bundling/text-modules.ts'
import { thirdPartyLicences } from './bundling/third-party.ts'

/** The bundler loses the default of a built-in module that is passed on: vfile does so with the process. */
const vfileProcess = {
  name: 'vfile-process',
  transform: (_: string, id: string) =>
    /vfile[\\/]lib[\\/]minproc\.js$/.test(id)
      ? "import process from 'node:process'\nexport const minproc = process"
      : null,
}

/**
 * A CommonJS file has a `require` and a folder: to make others, what Node makes one with would be loaded, and what reads
 * addresses.
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

// gray-matter could run a head that is a script, and is never asked to.
const checks = { eval: false, pluginTimings: false }

const common: UserConfig = {
  platform: 'node',
  target: 'node20',
  minify: true,
  plugins,
  // Everything is bundled: little to read at start-up, and nothing to install beside it.
  deps: { alwaysBundle: /.*/, onlyBundle: false },
  inputOptions: { checks },
}

/** Chunks by what is in them: files of ours, and packages. The first that takes a module has it. */
const chunks = [
  // What reads YAML, and what gray-matter brings along.
  chunk('yaml', /src\/source\/(?:head\/yaml-|broken-yaml)/, [
    ...['yaml', 'gray-matter', 'js-yaml', 'esprima', 'section-matter', 'kind-of', 'strip-bom-string', 'extend-shallow'],
    ...['is-extendable'],
  ]),
  chunk('toml', null, ['toml-eslint-parser']),
  chunk('chalk', null, ['chalk']),
  // The reference parser and the printer.
  chunk('markdown', /src\/(?:markdown\/parse|report\/(?:build|reading)|drafting\/print)\.ts/, [
    ...['unified', 'remark-[^/]*', 'mdast-util-(?!to-string)[^/]*', 'micromark[^/]*', 'unist-util-[^/]*', 'vfile[^/]*'],
    ...['decode-named-character-reference', 'character-entities', 'bail', 'trough', 'is-plain-obj', 'devlop', 'zwitch'],
    ...['longest-streak', 'markdown-table', 'ccount', 'escape-string-regexp', 'extend'],
  ]),
  // Read by people who ask what a rule is for.
  chunk('docs', /src\/(?:rules|lint)\/(?:[a-z-]+\.md|docs\.ts|every-rule\.ts)/, []),
  // What is known of Vietnamese words, where there are some.
  chunk('vietnamese', /src\/spelling\/(?:vietnamese-|data\/vietnamese)/, []),
  // What undoes damage, where there may be some.
  chunk('encoding', /src\/encoding\//, []),
  // What changes files, and what asks git.
  chunk('files', /src\/source\/(?:git\/[a-z-]+|write|create|output)\.ts/, []),
  // What sums reports up and holds them against each other, where there are several.
  chunk(
    'together',
    /src\/(?:(?:cli\/run|lint)\/together|lint\/among|rules\/(?:event-(?!number|rule-ids)[a-z-]+|(?:speaker-conflict|translation-mismatch|index-mismatch|duplicate-event-number|copied-text))|events\/[a-z-]+)\.ts/,
    [],
  ),
  // What is needed where somebody has a configuration or a schema of their own.
  chunk(
    'settings',
    /src\/(?:source\/checked-yaml|config\/(?:config|registry)|schema\/schema-file|lint\/baseline)\.ts/,
    ['valibot'],
  ),
  // What the command begins with, and what a check that is said again needs.
  chunk(
    'base',
    /src\/(?:source\/(?:disk|cache-file|hash)|cli\/(?:process\/(?:io|width)|repeat\/(?:repeat|looks|run-record)|run\/program-stamp)|reporters\/(?:index|terminal))\.ts|[\\/]package\.json$/,
    [],
  ),
  // What is known from earlier runs, where some reports are others by now.
  chunk('known', /src\/(?:cli\/(?:run\/memory(?:-lines)?|repeat\/(?:renew|held-again))|lint\/moved)\.ts/, []),
  // What every check needs, and how its result is printed unless another form is asked for. Each further file would cost
  // half a millisecond.
  chunk(
    'check',
    new RegExp(
      [
        'src/(?:text|source|schema|spelling|markdown|report|drafting|rules|lint|config)/(?!scaffold)',
        'src/cli/[a-z]+/(?:attempt|check|run|run-files|recording|tell|texts-below|collect|collected|recall|registries|examine-all|examiner|parsers|read-report)\\.ts',
        'src/cli/[a-z]+/(?:called|named|settings|targets|targets-near|failure|colours|clock|fix-command|severities-list)\\.ts',
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
    // Read only when a report holds a word that is not in everybody's vocabulary.
    copy: ['src/source/words.dawg'],
  },
  {
    ...common,
    entry: { cli: 'src/cli/main.ts', worker: 'src/cli/run/worker.ts' },
    // People wait for the command: Node starts a CommonJS program some milliseconds sooner.
    format: 'cjs',
    plugins: [...plugins, ownRequire, lazyChunks, asciiCode],
    inputOptions: { checks, preserveEntrySignatures: 'allow-extension' },
    outputOptions: { codeSplitting: { includeDependenciesRecursively: false, groups: chunks } },
    dts: false,
    clean: false,
  },
])
