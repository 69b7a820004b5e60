const {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs')
const { basename, dirname, isAbsolute, join } = require('node:path')
const vm = require('node:vm')

/** The class of this module. `node:module` exports it, too, but takes a millisecond to load. */
const Module = module.constructor

/**
 * Caches the code that V8 compiles from a program's files for the next run. Checking one report on Node 22 takes 4.1 times as long as
 * starting Node without a cache, 3.8 times with the compile cache that Node has from then on, and 3.0 times with this one.
 *
 * Cached code gets executed, so it is kept in the user's own cache folder, which nobody else can write to, and never below the folder
 * that is worked on. V8 itself rejects what another version or other flags of it produced.
 * @param {string} program the absolute path of the program's main file; its chunks are beside it
 */
exports.keepCode = (program) => {
  const { env } = process
  if (env.NODE_DISABLE_COMPILE_CACHE) return
  const bases = [env.XDG_CACHE_HOME, env.HOME && join(env.HOME, '.cache'), env.LOCALAPPDATA]
  // As the XDG specification demands: relative paths are ignored.
  const base = bases.find((path) => path && isAbsolute(path))
  if (!base) return

  const home = dirname(program)
  const { ctimeMs, size } = statSync(program)
  const installations = join(base, 'reportlint', 'code')
  const versions = join(installations, `${process.version}-${process.arch}-${fnv1a(home)}`)
  const folder = join(versions, `${ctimeMs.toString(36)}-${size.toString(36)}`)
  const adding = []
  const compile = Module.prototype._compile

  Module.prototype._compile = function (content, filename, ...rest) {
    if (dirname(filename) !== home) return compile.call(this, content, filename, ...rest)
    const name = basename(filename)
    const { cachedData, runs } = cachedCodeIn(join(folder, name))
    const script = new vm.Script(Module.wrap(content), {
      filename,
      ...(cachedData && { cachedData }),
      importModuleDynamically: vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    })
    const isKnown = script.cachedDataRejected === false
    if (!isKnown || runs < RUNS_ADDING_CODE) adding.push({ name, script, runs: isKnown ? runs + 1 : 1 })
    const require = (id) => this.require(id)
    return script.runInThisContext().call(this.exports, this.exports, require, this, filename, home)
  }

  // By now the functions that a run needs are compiled, and become part of the cached code.
  process.once('exit', () => {
    if (adding.length === 0 || process.cpuUsage().user > MAX_CPU_TIME) return
    try {
      makeFolder(folder)
      for (const { name, script, runs } of adding) {
        const draft = join(folder, `${name}.${process.pid}`)
        writeFileSync(draft, Buffer.concat([script.createCachedData(), Buffer.of(runs)]))
        renameSync(draft, join(folder, name))
      }
      const others = below(versions).filter((other) => other !== folder)
      const isOld = (other) => other !== versions && Date.now() - statSync(other).mtimeMs > MAX_AGE
      const left = below(installations).filter(isOld)
      for (const outdated of [...others, ...left]) rmSync(outdated, { recursive: true, force: true })
    } catch {
      // Without a cache, the next run compiles again.
    }
  })
}

/**
 * The number of runs that add their compiled code to the cache. One run is not enough: `reportlint rules` compiles little of what a
 * check needs, and with the code of such a run alone, every later check of one report would take a fifth longer.
 */
const RUNS_ADDING_CODE = 4

/**
 * Runs with more CPU time than this, in µs, do not change the cache. A run over a thousand files takes longer, and compiles so much
 * code that loading it would cost other runs a seventh more time.
 */
const MAX_CPU_TIME = 1_000_000

/** 90 days in ms: older caches most likely belong to installations that no longer exist. */
const MAX_AGE = 90 * 24 * 60 * 60 * 1000

/**
 * Creates a folder that only the user can open, with those above it. The option `recursive` would do that, too, but never ends on file
 * systems like /proc, which deny that the parent of a new folder exists.
 */
function makeFolder(folder) {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (error.code === 'EEXIST') return
    if (error.code !== 'ENOENT' || existsSync(dirname(folder))) throw error
    makeFolder(dirname(folder))
    makeFolder(folder)
  }
}

const below = (folder) => readdirSync(folder).map((name) => join(folder, name))

/**
 * The cached code in a file, and the number of runs that made it, which is the last byte. Only files that belong to the user are
 * read, because the code gets executed.
 */
function cachedCodeIn(path) {
  try {
    const { uid } = statSync(path)
    if (process.getuid && uid !== process.getuid()) return { runs: 0 }
    const bytes = readFileSync(path)
    return { cachedData: bytes.subarray(0, -1), runs: bytes.at(-1) }
  } catch {
    return { runs: 0 }
  }
}

/** A hash for the names of folders: FNV-1a over UTF-16 units, as in `src/cli/replay/run-record.ts`, which is not loaded yet. */
function fnv1a(text) {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return (sum >>> 0).toString(36)
}
