// Builds the program when it is installed from its repository: npm and pre-commit run this after cloning. The published package is
// already built, and npm does not run this for it.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const run = (...args) => execFileSync('npm', args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })

if (!existsSync('dist') && existsSync('src')) {
  // Some installers omit the development dependencies, and some set the configuration for a global installation.
  if (!existsSync('node_modules/tsdown'))
    run('install', '--no-save', '--ignore-scripts', '--include=dev', '--global=false', '--no-audit', '--no-fund')
  run('run', '--silent', 'build')
}
