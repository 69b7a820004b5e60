#!/usr/bin/env node
const process = require('node:process')

/** The oldest Node version that works; the same as in package.json. */
const OLDEST = 20

// npm only warns about an older version, which would fail at the first feature that it lacks, in the middle of the work.
if (Number.parseInt(process.versions.node, 10) < OLDEST) {
  process.stderr.write(`reportlint: Node ${OLDEST} or newer is needed, and this is ${process.versions.node}\n`)
  process.exitCode = 2
} else {
  const { keepCode } = require('./code-cache.js')

  const program = require.resolve('../dist/cli.cjs')
  keepCode(program)

  const { main, standardIo } = require(program)

  main(process.argv.slice(2), standardIo(process)).then((code) => {
    process.exitCode = code
  })
}
