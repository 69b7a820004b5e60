const { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs')
const { basename, dirname, isAbsolute, join } = require('node:path')
const vm = require('node:vm')

/** The class of this module. `node:module` has it too, and takes a millisecond to load. */
const Module = module.constructor

/**
 * Keeps what V8 made of a program's files for the next run. Checking one report on Node 22 takes 4.1 times as long as
 * starting Node without it, 3.8 times with the compile cache that Node has from then on, and 3.0 times with this one.
 *
 * What is kept is run, so it lies in the user's own cache folder, which belongs to nobody else, and never below the folder
 * that is worked on. V8 itself turns down what another version or other flags of it made.
 * @param {string} program the absolute path of the program's main file; its chunks lie beside it
 */
exports.keepCode = (program) => {
  const { env } = process
  if (env.NODE_DISABLE_COMPILE_CACHE) return
  const bases = [env.XDG_CACHE_HOME, env.HOME && join(env.HOME, '.cache'), env.LOCALAPPDATA]
  // As the XDG specification has it: one that depends on where one stands is ignored.
  const base = bases.find((path) => path && isAbsolute(path))
  if (!base) return

  const home = dirname(program)
  const { ctimeMs, size } = statSync(program)
  const installations = join(base, 'reportlint', 'code')
  const versions = join(installations, `${process.version}-${process.arch}-${letterSum(home)}`)
  const folder = join(versions, `${ctimeMs.toString(36)}-${size.toString(36)}`)
  const adding = []
  const compile = Module.prototype._compile

  Module.prototype._compile = function (content, filename, ...rest) {
    if (dirname(filename) !== home) return compile.call(this, content, filename, ...rest)
    const name = basename(filename)
    const { cachedData, runs } = kept(join(folder, name))
    const script = new vm.Script(Module.wrap(content), {
      filename,
      ...(cachedData && { cachedData }),
      importModuleDynamically: vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    })
    const isKnown = script.cachedDataRejected === false
    if (!isKnown || runs < ENOUGH_RUNS) adding.push({ name, script, runs: isKnown ? runs + 1 : 1 })
    const require = (id) => this.require(id)
    return script.runInThisContext().call(this.exports, this.exports, require, this, filename, home)
  }

  // By now the functions that a run needs are compiled, and are kept with the rest.
  process.once('exit', () => {
    if (adding.length === 0 || process.cpuUsage().user > LONGEST) return
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      for (const { name, script, runs } of adding) {
        const draft = join(folder, `${name}.${process.pid}`)
        writeFileSync(draft, Buffer.concat([script.createCachedData(), Buffer.of(runs)]))
        renameSync(draft, join(folder, name))
      }
      const others = below(versions).filter((other) => other !== folder)
      const isOld = (other) => other !== versions && Date.now() - statSync(other).mtimeMs > LONG_AGO
      const left = below(installations).filter(isOld)
      for (const outdated of [...others, ...left]) rmSync(outdated, { recursive: true, force: true })
    } catch {
      // The next run compiles again.
    }
  })
}

/**
 * So many runs add what they compiled to what is kept: one that lists rules compiles little of what a check does. With what that one
 * alone had kept, a check of one report took a fifth longer than with its own, for good.
 */
const ENOUGH_RUNS = 4

/**
 * In µs: a run over a thousand files takes more, and compiles so much that few others need that theirs would take a seventh
 * longer to load what it kept.
 */
const LONGEST = 1_000_000

/** In ms, 90 days: what an installation that old has kept is most likely left over from one that is gone. */
const LONG_AGO = 90 * 24 * 60 * 60 * 1000

const below = (folder) => readdirSync(folder).map((name) => join(folder, name))

/** What is kept in a file of the user's own, and in its last byte how many runs made it; others could make it do anything. */
function kept(path) {
  try {
    const { uid } = statSync(path)
    if (process.getuid && uid !== process.getuid()) return { runs: 0 }
    const bytes = readFileSync(path)
    return { cachedData: bytes.subarray(0, -1), runs: bytes.at(-1) }
  } catch {
    return { runs: 0 }
  }
}

/** Tells folders apart in a name: FNV-1a over their letters, as in `src/cli/repeat/run-record.ts`, which is not loaded yet. */
function letterSum(text) {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return (sum >>> 0).toString(36)
}
