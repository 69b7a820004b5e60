// Builds the program where it is installed from its repository: npm, and pre-commit, run this after a clone. What is
// published is built already, and npm does not run this when it installs that.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const run = (...args) => execFileSync('npm', args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })

if (!existsSync('dist') && existsSync('src')) {
  // Some installers leave out what a build needs, and some say that everything is installed for all users.
  if (!existsSync('node_modules/tsdown'))
    run('install', '--no-save', '--ignore-scripts', '--include=dev', '--global=false', '--no-audit', '--no-fund')
  run('run', '--silent', 'build')
}
