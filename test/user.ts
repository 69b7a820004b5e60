import { execFileSync, spawnSync } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { sharedFolder, writeIn } from './folder.js'

/** A user with a new home folder and no network, so that the settings and caches of this machine have no effect. */
export function newUser() {
  const home = sharedFolder()
  writeIn(home, {
    gitconfig: '[user]\n\tname = Lan\n\temail = lan@example.org\n[init]\n\tdefaultBranch = main\n',
  })
  const env = {
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    HOME: home,
    GIT_CONFIG_GLOBAL: join(home, 'gitconfig'),
    GIT_CONFIG_SYSTEM: '/dev/null',
    npm_config_cache: join(home, 'npm'),
    npm_config_offline: 'true',
    npm_config_omit: 'optional',
    npm_config_update_notifier: 'false',
    NO_COLOR: '1',
  }

  function run(cwd: string, command: string, ...args: string[]) {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' })
    return { status, output: stdout + stderr }
  }

  /** Runs git, which must not fail. */
  function git(cwd: string, ...args: string[]): string {
    return execFileSync('git', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
  }

  return { home, env, run, git }
}
