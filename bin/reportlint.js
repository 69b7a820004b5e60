#!/usr/bin/env node
const process = require('node:process')

/** The oldest Node that knows all that is used; package.json says so, too. */
const OLDEST = 20

// npm only warns of an older one, which would fail in the middle of the work, on the first thing that it does not know.
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
