#!/usr/bin/env node
const process = require('node:process')
const { keepCode } = require('./code-cache.js')

const program = require.resolve('../dist/cli.cjs')
keepCode(program)

const { main, standardIo } = require(program)

main(process.argv.slice(2), standardIo(process)).then((code) => {
  process.exitCode = code
})
