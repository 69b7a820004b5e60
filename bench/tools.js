import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The newest versions that run on Node 20. */
const PEERS = {
  rumdl: '0.2.75',
  'markdownlint-cli2': '0.22.1',
  'remark-cli': '12.0.1',
  'remark-preset-lint-recommended': '7.0.1',
  'remark-gfm': '4.0.1',
  'remark-frontmatter': '5.0.0',
  'remark-parse': '11.0.0',
  unified: '11.0.5',
  prettier: '3.10.1',
  textlint: '15.8.0',
  'textlint-rule-common-misspellings': '1.0.1',
  'textlint-rule-max-comma': '4.0.0',
  'textlint-rule-no-todo': '2.0.1',
  oxfmt: '0.78.0',
  dprint: '0.57.4',
  '@dprint/markdown': '0.28.1',
  cspell: '9.8.0',
}

const CONFIGS = {
  'remarkrc.json': { plugins: ['remark-frontmatter', 'remark-gfm', 'remark-preset-lint-recommended'] },
  'dprint.json': { markdown: {}, includes: ['**/*.md'], plugins: ['./node_modules/@dprint/markdown/plugin.wasm'] },
}

/** Installs the peers below a folder, once for each set of versions. */
export function installPeers(scratch) {
  const key = createHash('sha1').update(JSON.stringify(PEERS)).digest('hex').slice(0, 10)
  const folder = join(scratch, `peers-${key}`)
  if (!existsSync(join(folder, 'installed'))) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: PEERS }))
    npm(['install'], folder)
    writeFileSync(join(folder, 'installed'), '')
  }
  for (const [name, config] of Object.entries(CONFIGS)) writeFileSync(join(folder, name), JSON.stringify(config))
  return folder
}

/** Packs what would be published, and installs it as users do. @returns the folder of the installation */
export function installReportlint(scratch) {
  if (!existsSync(join(ROOT, 'dist/cli.cjs'))) throw new Error('there is no dist: run `npm run build` first')
  const folder = join(scratch, 'reportlint')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  npm(['pack', '--ignore-scripts', '--pack-destination', folder], ROOT)
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  npm(['install', `./${tarball}`], folder)
  return folder
}

/** The bytes on the disk, and the number of packages. */
export function installedSize(folder) {
  const modules = join(folder, 'node_modules')
  const { packages } = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8'))
  const installed = Object.entries(packages).filter(([path]) => existsSync(join(folder, path)))
  const scripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)
  return { bytes: sizeOf(modules), packages: installed.length, scripts }
}

function sizeOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isDirectory()) return stat?.size ?? 0
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

function npm(args, cwd) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', [...args, ...quiet], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

const node = process.execPath

/** The commands of reportlint; with `cache: true`, it may use the results of earlier runs. */
export function reportlint(folder, { parser, cache = false } = {}) {
  const bin = join(folder, 'node_modules/reportlint/bin/reportlint.js')
  const options = [...(parser ? ['--parser', parser] : []), ...(cache ? [] : ['--no-cache'])]
  return (paths) => [node, bin, 'check', ...paths, ...options]
}

/** The unit of time: all times are divided by that of this command. */
export const bareNode = () => [node, '-e', '0']

/**
 * Reading and parsing only, as the packages are ordinarily used. `parser` is `remark` or `native`; `packages` is the folder whose
 * packages to use, by default those of this project.
 */
export function parseAlone(parser, packages = ROOT) {
  return (paths) => [node, fileURLToPath(new URL('parse-alone.js', import.meta.url)), parser, packages, ...paths]
}

/** The same check several times in one process, which writes the time of each run in ms to a file. */
export function again(folder, { out, times }) {
  const cli = join(folder, 'node_modules/reportlint/dist/cli.cjs')
  const script = fileURLToPath(new URL('again.cjs', import.meta.url))
  return (paths) => [node, script, cli, out, String(times), 'check', ...paths, '--no-cache']
}

/** The peers by name, each as a function that gives the command for some paths, which are below the current folder. */
export function peerTools(peers) {
  const script = (name, bin = name) => {
    const { bin: bins } = JSON.parse(readFileSync(join(peers, 'node_modules', name, 'package.json'), 'utf8'))
    return [node, join(peers, 'node_modules', name, typeof bins === 'string' ? bins : bins[bin])]
  }
  const config = (name) => join(peers, name)
  const markdown = (paths) => paths.map((path) => (path.endsWith('.md') ? path : `${path}/**/*.md`))
  const rumdl = binary(join(peers, 'node_modules/@rumdl'), /^rumdl(?:\.exe)?$/)
  const dprint = binary(join(peers, 'node_modules/@dprint'), /^dprint(?:\.exe)?$/)
  return {
    ...(rumdl && { 'rumdl, the binary': (paths) => [rumdl, 'check', '--no-cache', ...paths] }),
    ...(rumdl && { 'rumdl, warm cache': (paths) => [rumdl, 'check', ...paths] }),
    'rumdl, as npm installs it': (paths) => [...script('rumdl'), 'check', '--no-cache', ...paths],
    ...(dprint && {
      'dprint check': (paths) => [
        dprint,
        'check',
        '--incremental=false',
        '--config',
        config('dprint.json'),
        ...markdown(paths),
      ],
    }),
    'oxfmt --check': (paths) => [...script('oxfmt'), '--check', ...paths],
    'markdownlint-cli2': (paths) => [...script('markdownlint-cli2'), ...markdown(paths)],
    'prettier --check': (paths) => [...script('prettier'), '--check', ...markdown(paths)],
    'remark-cli': (paths) => [
      ...script('remark-cli', 'remark'),
      '--no-stdout',
      '--quiet',
      '--rc-path',
      config('remarkrc.json'),
      ...paths,
    ],
    textlint: (paths) => [
      ...script('textlint'),
      ...['no-todo', 'max-comma', 'common-misspellings'].flatMap((rule) => ['--rule', rule]),
      ...['--no-textlintrc', '--rules-base-directory', join(peers, 'node_modules'), ...markdown(paths)],
    ],
    cspell: (paths) => [...script('cspell'), '--no-progress', '--no-summary', ...markdown(paths)],
  }
}

function binary(folder, name) {
  for (const entry of existsSync(folder) ? readdirSync(folder, { recursive: true }) : []) {
    const path = join(folder, entry)
    if (name.test(path.split(/[\\/]/).at(-1)) && statSync(path).isFile()) return path
  }
  return null
}
