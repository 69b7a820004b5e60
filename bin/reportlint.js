#!/usr/bin/env node
const { enableCompileCache } = require('node:module')
const process = require('node:process')

// Node 22 and later keep what they made of the program for the next run.
enableCompileCache?.()

const { main } = require('../dist/cli.cjs')

main(process.argv.slice(2), process).then((code) => {
  process.exitCode = code
})
