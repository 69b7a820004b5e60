#!/usr/bin/env node
const process = require('node:process')
const { main } = require('../dist/cli.cjs')

main(process.argv.slice(2), process).then((code) => {
  process.exitCode = code
})
