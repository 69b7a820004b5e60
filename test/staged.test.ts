import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeEach, describe, expect, test } from 'vitest'
import { mergedTexts, openRepository } from '../src/source/git/git.js'
import { readStaged, stagedFiles } from '../src/source/git/git-index.js'
import { program } from './built-program.js'
import { emptyFolder, writeIn } from './folder.js'
import { goodReport } from './good-report.js'
import { run as runIn } from './run.js'

let folder = ''
const at = (name: string): string => join(folder, name)

/** Git with its own settings, independent of this machine. */
const env = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.org',
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] }).toString()
}

const write = (name: string, content: string | Uint8Array): void => writeIn(folder, { [name]: content })
const read = (name: string): string => readFileSync(at(name), 'utf8')
const inIndex = (name: string): string => git('cat-file', 'blob', `:${name}`)

const run = (args: string, options: { cwd?: string; env?: Record<string, string>; stdin?: Readable } = {}) =>
  runIn(options.cwd ?? folder, args, { stdin: options.stdin, env: { ...env, ...options.env } })

beforeEach(() => {
  folder = emptyFolder()
  git('init', '-q', '-b', 'main', '.')
})

const fixed = goodReport
/** Two safe fixes, on lines 14 and 18. */
const report = fixed.replace('## Objectives', '## Event Objectives').replace('## Speakers', '### Speakers')
const crlf = (text: string): string => text.replaceAll('\n', '\r\n')
const more = '- Ask who pays for the promise\n'

describe('fix --staged', () => {
  describe('fixes a staged index page by the pages that it lists', () => {
    const section = 'content/4-EventParticipated'
    const list = (name: string, day: string): string =>
      `---\ntitle: "Events"\n---\n\n## Teh list\n\n### [Event 1](4.1-Event1/)\n\n- **Event Name:** ${name}\n- **Date:** ${day}\n`
    /** The entry that the template has. */
    const sample = list('GenAI-powered App-DB Modernization workshop', '14/10/2025')

    beforeEach(() => {
      write(`${section}/4.1-Event1/_index.md`, fixed)
      git('add', '.')
      git('commit', '-qm', 'the page')
      write(`${section}/_index.md`, sample)
      git('add', '.')
    })

    test.each(['', ` ${section}`])('with --unsafe%s', async (below) => {
      const { code, stdout } = await run(`fix --staged --unsafe${below}`)
      expect(code).toBe(1)
      expect(stdout).toContain(`--- a/${section}/_index.md\n`)
      expect((await run(`fix --staged --unsafe --write${below}`)).code).toBe(0)
      expect(inIndex(`${section}/_index.md`)).toBe(list('Grid Day', '29/11/2025'))
      expect(read(`${section}/_index.md`)).toBe(list('Grid Day', '29/11/2025'))
    })

    test('with the findings of check --staged', async () => {
      const { stdout } = await run('check --staged --format compact')
      expect(stdout).toBe(
        `${section}/_index.md:9:19: warning Unexpected “GenAI-powered App-DB Modernization workshop”, expected “Grid Day” as in 4.1-Event1/_index.md. [index-mismatch]\n`,
      )
    })

    test('not without --unsafe', async () => {
      expect(await run('fix --staged --write')).toMatchObject({ code: 0 })
      expect(inIndex(`${section}/_index.md`)).toBe(sample)
    })
  })

  test('shows a diff of the staged content, and changes nothing', async () => {
    write('a.md', report)
    git('add', '.')
    write('a.md', '# Something else\n')
    write('b.md', report)
    const before = git('ls-files', '--stage')
    const { code, stdout, stderr } = await run('fix --staged')
    expect(code).toBe(1)
    expect(stdout).toContain('--- a/a.md\n+++ b/a.md\n')
    expect(stdout).toContain('\n-## Event Objectives\n+## Objectives\n')
    expect(stdout).not.toContain('b.md')
    expect(stderr).toBe('2 findings in 1 file can be fixed with --write\n')
    expect(git('ls-files', '--stage')).toBe(before)
    expect(read('a.md')).toBe('# Something else\n')
  })

  test('prints a diff that git applies to the index', async () => {
    write('a.md', report)
    git('add', '.')
    writeFileSync(at('fix.patch'), (await run('fix --staged')).stdout)
    git('apply', '--cached', 'fix.patch')
    expect(inIndex('a.md')).toBe(fixed)
  })

  test('fixes only staged files: none that are committed, deleted, links or submodules', async () => {
    for (const name of ['committed.md', 'deleted.md', 'old.md', 'cleared.md']) write(name, report)
    git('add', '.')
    git('commit', '-q', '-m', 'first')
    git('rm', '-q', 'deleted.md')
    git('mv', 'old.md', 'renamed.md')
    write('new.md', report)
    write('note.rst', report)
    symlinkSync('committed.md', at('link.md'))
    git('add', '.')
    git('update-index', '--add', '--cacheinfo', `160000,${git('rev-parse', 'HEAD').trim()},module.md`)
    const { stderr } = await run('fix --staged --write')
    expect(stderr).toContain('4 findings in 2 files fixed\n')
    expect(git('diff', '--cached', '--name-status', '--no-renames').split('\n').sort()).toEqual(
      [
        '',
        'A\tlink.md',
        'A\tmodule.md',
        'A\tnew.md',
        'A\tnote.rst',
        'A\trenamed.md',
        'D\tdeleted.md',
        'D\told.md',
      ].sort(),
    )
    expect(inIndex('new.md')).toBe(fixed)
    expect(inIndex('renamed.md')).toBe(fixed)
    expect(inIndex('committed.md')).toBe(report)
    expect(inIndex('note.rst')).toBe(report)
    expect(git('ls-files', '--stage', 'link.md', 'module.md')).toMatch(/^120000 .*\n160000 /)
  })

  test.each([
    'my report.md',
    'a "quoted" one.md',
    "it's.md",
    'two\nlines.md',
    '-n.md',
    ':(top)x.md',
    'a,b.md',
    '*.md',
    'tab\t.md',
    'báo cáo/Sự kiện 2.md',
  ])('accepts the name %j', async (name) => {
    write(name, report)
    write('xx.md', 'no report\n')
    git('add', '.')
    expect((await run('fix --staged --write')).stderr).toContain('2 findings in 1 file fixed')
    expect(read(name)).toBe(fixed)
    expect(git('status', '--porcelain', '-z').split('\0').sort()).toEqual(['', `A  ${name}`, 'A  xx.md'].sort())
  })

  test('takes paths relative to the current folder', async () => {
    for (const name of ['a/x.md', 'a/b/y.md', 'z.md', 'a/notes.md'])
      write(name, name.includes('notes') ? 'I recieve this.\n' : report)
    git('add', '.')
    expect((await run('fix --staged b', { cwd: at('a') })).stdout.match(/^--- .*$/gm)).toEqual(['--- a/a/b/y.md'])
    expect((await run('fix --staged x.md ../z.md', { cwd: at('a') })).stdout.match(/^--- .*$/gm)).toEqual([
      '--- a/a/x.md',
      '--- a/z.md',
    ])
    expect((await run('fix --staged', { cwd: at('a') })).stdout.match(/^--- /gm)).toHaveLength(3)
    expect((await run('fix --staged a/notes.md --rule typo')).stdout).toContain('+I receive this.')
    expect((await run('fix --staged a --rule typo')).stdout).toBe('')
    expect(await run('fix --staged absent.md')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('reportlint: absent.md: there is no such file or folder, nor is one staged\n'),
    })
  })

  test('takes paths through links, also to deleted files', async () => {
    const away = emptyFolder()
    for (const name of ['a/x.md', 'a/b/gone.md', 'z.md']) write(name, report)
    git('add', '.')
    rmSync(at('a/b'), { recursive: true })
    symlinkSync(folder, join(away, 'link'))
    symlinkSync(at('a'), join(away, 'folder'))
    symlinkSync('a/x.md', at('x.md'))
    const diffs = async (path: string, cwd = folder) =>
      (await run(`fix --staged ${path}`, { cwd })).stdout.match(/^--- .*$/gm)
    expect(await diffs(join(away, 'link'))).toEqual(['--- a/a/b/gone.md', '--- a/a/x.md', '--- a/z.md'])
    expect(await diffs(join(away, 'folder'))).toEqual(['--- a/a/b/gone.md', '--- a/a/x.md'])
    expect(await diffs(join(away, 'link/a/b'))).toEqual(['--- a/a/b/gone.md'])
    expect(await diffs(join(away, 'link/a/b/gone.md'))).toEqual(['--- a/a/b/gone.md'])
    expect(await diffs('x.md')).toEqual(['--- a/a/x.md'])
    expect(await diffs('x.md', at('a'))).toEqual(['--- a/a/x.md'])
  })

  test('fixes a staged file whose working file became a link', async () => {
    write('a.md', report)
    write('b.md', report)
    git('add', 'a.md')
    rmSync(at('a.md'))
    symlinkSync('b.md', at('a.md'))
    expect((await run('fix --staged a.md')).stdout).toContain('--- a/a.md\n')
  })

  test('does nothing if nothing is staged', async () => {
    write('a.md', report)
    expect(await run('fix --staged')).toEqual({ code: 0, stdout: '', stderr: 'nothing to fix\n' })
    expect(await run('fix --staged --write a.md')).toEqual({ code: 0, stdout: '', stderr: 'nothing to fix\n' })
  })

  test('asks before each fix with --interactive', async () => {
    write('a.md', report)
    git('add', '.')
    write('a.md', report + more)
    await run('fix --staged --interactive', { stdin: Readable.from(['n\n', 'y\n']) })
    const half = report.replace('### Speakers', '## Speakers')
    expect(inIndex('a.md')).toBe(half)
    expect(read('a.md')).toBe(half + more)
  })
})

describe('the working file', () => {
  beforeEach(() => {
    write('a.md', report)
    git('add', '.')
  })

  test('gets the same text if it has no other changes', async () => {
    expect(await run('fix --staged --write')).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^a\.md:14: .*\na\.md:18: .*\n2 findings in 1 file fixed\n$/),
    })
    expect(inIndex('a.md')).toBe(fixed)
    expect(read('a.md')).toBe(fixed)
    expect(git('status', '--porcelain')).toBe('A  a.md\n')
    expect((await run('fix --staged --write')).stderr).toMatch(/^nothing to fix;/)
  })

  test('keeps its unstaged changes', async () => {
    write('a.md', report.replace('- Learn how', '- See how') + more)
    const mine = git('diff').replace(/^(?:index|@@).*$/gm, '')
    expect((await run('fix --staged --write')).stderr).toContain('2 findings in 1 file fixed\n')
    expect(inIndex('a.md')).toBe(fixed)
    expect(read('a.md')).toBe(fixed.replace('- Learn how', '- See how') + more)
    expect(
      git('diff')
        .replace(/^(?:index|@@).*$/gm, '')
        .replace('## Objectives', '## Event Objectives')
        .replace('## Speakers', '### Speakers'),
    ).toBe(mine)
  })

  test('and the index are left alone if its changes touch those of a fix', async () => {
    for (const [from, to] of [
      ['## Event Objectives', '## Why We Went'],
      ['## Event Objectives\n\n', '## Event Objectives\n'],
      ['### Speakers', '### Speakers and hosts'],
    ] as const) {
      const mine = report.replace(from, to)
      write('a.md', mine)
      const { code, stderr } = await run('fix --staged --write')
      expect(code).toBe(2)
      expect(stderr).toMatch(
        /^reportlint: a\.md: its changes that are not staged touch the same lines, so it was left unchanged/,
      )
      expect(stderr).toContain('2 findings with a fix that was refused for the reason above')
      expect(inIndex('a.md')).toBe(report)
      expect(read('a.md')).toBe(mine)
    }
  })

  test('is unchanged if it already has the fixes', async () => {
    write('a.md', fixed + more)
    await run('fix --staged --write')
    expect(inIndex('a.md')).toBe(fixed)
    expect(read('a.md')).toBe(fixed + more)
  })

  test('is not created again if it was deleted', async () => {
    rmSync(at('a.md'))
    await run('fix --staged --write')
    expect(inIndex('a.md')).toBe(fixed)
    expect(existsSync(at('a.md'))).toBe(false)
  })

  test('keeps its mode, and so does the index', async () => {
    chmodSync(at('a.md'), 0o755)
    git('add', '.')
    await run('fix --staged --write')
    expect(git('ls-files', '--stage')).toMatch(/^100755 /)
    expect(git('status', '--porcelain')).toBe('A  a.md\n')
  })

  test.each([
    [
      'became a link',
      () => {
        rmSync(at('a.md'))
        write('elsewhere.md', report)
        symlinkSync('elsewhere.md', at('a.md'))
      },
      /not a regular file/,
    ],
    [
      'became a folder',
      () => {
        rmSync(at('a.md'))
        mkdirSync(at('a.md'))
      },
      /not a regular file/,
    ],
    ['is read-only', () => chmodSync(at('a.md'), 0o444), /read-only/],
    ['is of another encoding', () => write('a.md', Buffer.from(report, 'utf16le')), /binary/],
    ['is not looked at by git', () => git('update-index', '--skip-worktree', 'a.md'), /skip-worktree/],
  ] as const)('that %s is left alone, as is the index', async (_, change, reason) => {
    change()
    const before = git('ls-files', '--stage', '-v')
    const { code, stderr } = await run('fix --staged --write')
    expect(code).toBe(2)
    expect(stderr).toMatch(reason)
    expect(git('ls-files', '--stage', '-v')).toBe(before)
  })

  test('has the fixes if the index is locked, and the message says so', async () => {
    write('.git/index.lock', '')
    const { code, stderr } = await run('fix --staged --write')
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /reportlint: a\.md: its working file has the fixes, but they could not be staged \(git says: .*index\.lock.*\)/,
    )
    rmSync(at('.git/index.lock'))
    expect(inIndex('a.md')).toBe(report)
    expect(read('a.md')).toBe(fixed)
    await run('fix --staged --write')
    expect(git('status', '--porcelain')).toBe('A  a.md\n')
  })

  test('and the index are left alone if the index changes meanwhile', async () => {
    const newer = report + more
    const answers = (async function* () {
      yield 'a\n'
    })()
    const stdin = Readable.from(answers)
    const { stderr } = await run('fix --staged --interactive', {
      stdin: stdin.on('data', () => {
        write('a.md', newer)
        git('add', '.')
      }),
    })
    expect(stderr).toContain('reportlint: a.md: its staged content changed while it was being fixed')
    expect(inIndex('a.md')).toBe(newer)
    expect(read('a.md')).toBe(newer)
  })
})

describe('line ends', () => {
  const settings: [string, () => void][] = [
    ['core.autocrlf', () => git('config', 'core.autocrlf', 'true')],
    ['eol=crlf', () => write('.gitattributes', '*.md text eol=crlf\n')],
  ]

  describe.each(settings)('with %s', (_, set) => {
    beforeEach(() => {
      set()
      write('a.md', crlf(report))
      git('add', '.')
    })

    test('are LF in the index and CRLF in the file', async () => {
      expect(inIndex('a.md')).toBe(report)
      await run('fix --staged --write')
      expect(inIndex('a.md')).toBe(fixed)
      expect(read('a.md')).toBe(crlf(fixed))
      expect(git('diff', '--name-only')).toBe('')
    })

    test('stay the same if the file has unstaged changes', async () => {
      write('a.md', crlf(report + more))
      await run('fix --staged --write')
      expect(inIndex('a.md')).toBe(fixed)
      expect(read('a.md')).toBe(crlf(fixed + more))
      expect(git('diff')).toMatch(/^\+- Ask who pays for the promise\r?$/m)
      expect(git('diff', '--numstat')).toBe('1\t0\ta.md\n')
    })

    test('that are mixed in the file stay mixed', async () => {
      const mixed = crlf(report).replace('- Measure first\r\n', '- Measure first\n')
      write('a.md', mixed)
      await run('fix --staged --write')
      expect(inIndex('a.md')).toBe(fixed)
      expect(read('a.md')).toBe(crlf(fixed).replace('- Measure first\r\n', '- Measure first\n'))
    })
  })

  test('that are CRLF in the index stay CRLF', async () => {
    write('a.md', crlf(report))
    git('add', '.')
    await run('fix --staged --write')
    expect(inIndex('a.md')).toBe(crlf(fixed))
    expect(read('a.md')).toBe(crlf(fixed))
  })

  test('keep a byte order mark and a missing last line end', async () => {
    write('a.md', `\uFEFF${report.trimEnd()}`)
    git('add', '.')
    await run('fix --staged --write')
    expect(inIndex('a.md')).toBe(`\uFEFF${fixed.trimEnd()}`)
    expect(read('a.md')).toBe(`\uFEFF${fixed.trimEnd()}`)
  })
})

test('git filters do not run on the staged content', async () => {
  write('.gitattributes', '*.md filter=shout ident\n')
  git('config', 'filter.shout.clean', 'tr a-z A-Z')
  git('config', 'filter.shout.smudge', 'tr A-Z a-z')
  const identified = `${report}\n$Id$\n`
  const object = execFileSync('git', ['hash-object', '-w', '--stdin'], { cwd: folder, env, input: identified })
  git('update-index', '--add', '--cacheinfo', `100644,${object.toString().trim()},a.md`)
  write('a.md', identified.replace('$Id$', '$Id: 0123456789 $'))
  await run('fix --staged --write')
  expect(inIndex('a.md')).toBe(`${fixed}\n$Id$\n`)
  expect(read('a.md')).toBe(`${fixed}\n$Id: 0123456789 $\n`)
})

describe('in a hook', () => {
  const put = (file: string, content: string): void => writeIn(dirname(file), { [basename(file)]: content })
  const gitIn = (cwd: string, ...args: string[]): string =>
    execFileSync('git', args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] }).toString()

  /** A working tree with a file that is committed, and the hook in it. */
  function withHook(tree: string, commands: string): string {
    const hook = join(gitIn(tree, 'rev-parse', '--path-format=absolute', '--git-path', 'hooks').trim(), 'pre-commit')
    put(join(tree, 'content/a.md'), 'no report\n')
    gitIn(tree, 'add', '.')
    gitIn(tree, 'commit', '-q', '-m', 'first')
    put(hook, `#!/bin/sh\n${commands.replace('reportlint', `exec "${process.execPath}" "${program}"`)}\n`)
    chmodSync(hook, 0o755)
    return tree
  }

  const trees: [string, () => string][] = [
    ['the main working tree', () => folder],
    [
      'a linked working tree',
      () => {
        const tree = join(emptyFolder(), 'linked')
        git('commit', '-q', '--allow-empty', '-m', 'zero')
        git('worktree', 'add', '-q', tree)
        return tree
      },
    ],
    [
      'a submodule',
      () => {
        const module = emptyFolder()
        gitIn(module, 'init', '-q', '-b', 'main', '.')
        gitIn(module, 'commit', '-q', '--allow-empty', '-m', 'zero')
        git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', module, 'module')
        return at('module')
      },
    ],
  ]
  const commits: [string, string[]][] = [
    ['git commit', ['commit', '-q', '-m', 'second']],
    ['git commit -a', ['commit', '-q', '-a', '-m', 'second']],
  ]
  const hooks: [string, string][] = [
    ['at its top', 'reportlint fix --staged --write'],
    ['in a folder of it', 'cd content && reportlint fix --staged --write'],
  ]

  describe.each(trees)('of %s', (_, made) => {
    describe.each(hooks)('%s', (_, commands) => {
      test.each(commits)('%s has the fixes', (_, args) => {
        const tree = withHook(made(), commands)
        put(join(tree, 'content/a.md'), report)
        if (!args.includes('-a')) gitIn(tree, 'add', '.')
        gitIn(tree, ...args)
        expect(gitIn(tree, 'show', 'HEAD:content/a.md')).toBe(fixed)
        expect(readFileSync(join(tree, 'content/a.md'), 'utf8')).toBe(fixed)
        expect(gitIn(tree, 'status', '--porcelain')).toBe('')
      })

      test('a commit of single files is refused, because git discards its index', () => {
        const tree = withHook(made(), commands)
        put(join(tree, 'content/a.md'), report)
        expect(() => gitIn(tree, 'commit', '-q', '-m', 'second', 'content/a.md')).toThrow(/commit of single files/)
        expect(readFileSync(join(tree, 'content/a.md'), 'utf8')).toBe(report)
        expect(gitIn(tree, 'cat-file', 'blob', ':content/a.md')).toBe('no report\n')
      })
    })

    test('files are found from the current folder', () => {
      const tree = withHook(made(), 'cd content && reportlint fix --staged')
      put(join(tree, 'content/a.md'), report)
      gitIn(tree, 'add', '.')
      const { stdout, stderr } = spawnSync('git', ['commit', '-m', 'second'], { cwd: tree, env, encoding: 'utf8' })
      expect(stdout + stderr).toContain('--- a/content/a.md\n')
    })
  })
})

test('with only GIT_DIR set, the top of the working tree is the current folder', async () => {
  const away = emptyFolder()
  write('a.md', report)
  git('add', '.')
  writeIn(away, { 'a.md': report })
  await run('fix --staged --write', { cwd: away, env: { GIT_DIR: at('.git') } })
  expect(inIndex('a.md')).toBe(fixed)
  expect(readFileSync(join(away, 'a.md'), 'utf8')).toBe(fixed)
  expect(read('a.md')).toBe(report)
})

test('GIT_DIR and GIT_WORK_TREE may be relative to the current folder', async () => {
  write('sub/a.md', report)
  git('add', '.')
  const named = { GIT_DIR: '../.git', GIT_WORK_TREE: '..' }
  const { code, stdout } = await run('fix --staged --write', { cwd: at('sub'), env: named })
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  expect(inIndex('sub/a.md')).toBe(fixed)
  expect(read('sub/a.md')).toBe(fixed)
})

describe('errors in one line', () => {
  test('outside of a repository', async () => {
    rmSync(at('.git'), { recursive: true })
    write('a.md', report)
    expect(await run('fix --staged', { env: { GIT_CEILING_DIRECTORIES: dirname(folder) } })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'reportlint: --staged: this is not in a git repository\n',
    })
  })

  test('within the .git folder', async () => {
    const { code, stderr } = await run('fix --staged', { cwd: at('.git') })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^reportlint: --staged: git says: this operation must be run in a work tree\n$/)
  })

  test('a repository that git does not trust', async () => {
    // Git's own tests ask for it in this way.
    for (const [call, option] of [
      ['check --staged', '--staged: '],
      ['init', ''],
    ] as const) {
      const { code, stderr } = await run(call, { env: { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' } })
      expect(code).toBe(2)
      expect(stderr).toBe(
        `reportlint: ${option}git says: detected dubious ownership in repository at '${folder}', which is another user's: if you trust what is in it, call \`git config --global --add safe.directory ${folder}\`\n`,
      )
    }
  })

  test('without git installed', async () => {
    expect((await run('init', { env: { PATH: at('nowhere') } })).stderr).toBe(
      'reportlint: git was not found: install it, or add it to PATH\n',
    )
    const { code, stderr } = await run('fix --staged', { env: { PATH: at('nowhere') } })
    expect(code).toBe(2)
    expect(stderr).toBe('reportlint: --staged: git was not found: install it, or add it to PATH\n')
  })

  test('a merge conflict, while other files are fixed', async () => {
    write('a.md', 'one\n')
    git('add', '.')
    git('commit', '-q', '-m', 'one')
    git('checkout', '-q', '-b', 'other')
    write('a.md', 'two\n')
    git('commit', '-q', '-a', '-m', 'two')
    git('checkout', '-q', 'main')
    write('a.md', 'three\n')
    git('commit', '-q', '-a', '-m', 'three')
    expect(() => git('merge', '-q', 'other')).toThrow()
    write('b.md', report)
    git('add', 'b.md')
    const { code, stderr } = await run('fix --staged --write')
    expect(code).toBe(2)
    expect(stderr).toContain('reportlint: a.md: it has a merge conflict: resolve that first\n')
    expect(inIndex('b.md')).toBe(fixed)
    expect(git('ls-files', '--unmerged').split('\n')).toHaveLength(4)
  })

  test('a staged file whose object is missing', async () => {
    write('a.md', report + more)
    write('b.md', report)
    git('add', '.')
    const object = git('rev-parse', ':a.md').trim()
    rmSync(at(`.git/objects/${object.slice(0, 2)}/${object.slice(2)}`))
    const { code, stdout, stderr } = await run('fix --staged')
    expect(code).toBe(2)
    expect(stdout).toContain('--- a/b.md')
    expect(stderr).toContain(
      'reportlint: a.md: its staged content is missing from the objects of git: see `git fsck`\n',
    )
  })

  test('a staged file that is not text', async () => {
    write('event-1/a.md', Buffer.from([0x61, 0x0a, 0xff]))
    write('c.md', report)
    git('add', '.')
    const { code, stderr } = await run('fix --staged --write')
    expect(code).toBe(2)
    expect(stderr).toContain('reportlint: event-1/a.md:2: the file is not UTF-8')
    expect(inIndex('c.md')).toBe(fixed)
  })
})

test('an unreadable file that is not among reports is skipped', async () => {
  const latin = Buffer.from('M\xe3o hi\u1ec3m', 'latin1')
  write('content/posts/_index.md', '')
  write('content/4-Events/4.2-Event2/notes.txt', latin)
  write('content/notes.md', latin)
  git('add', '.')
  expect(await run('check --staged')).toMatchObject({ code: 0, stderr: '' })
  expect(await run('check --staged content/notes.md --reports-only')).toMatchObject({ code: 0, stderr: '' })
  expect(await run('fix --staged --write')).toMatchObject({ code: 0, stderr: 'nothing to fix\n' })
  expect(await run('check --staged content/notes.md content')).toMatchObject({
    code: 2,
    stderr: 'reportlint: content/notes.md:1: the file is not UTF-8: save it again with that encoding\n',
  })
})

describe('reading the index', () => {
  test('gives texts byte for byte, in the order of the files', () => {
    write('.gitattributes', '*.md text eol=crlf\n')
    write('b.md', 'b\r\n')
    write('a.md', '')
    write('huge.md', Buffer.alloc(17 * 1024 * 1024, 'x'))
    git('add', '.')
    write('b.md', 'not this')
    const repository = openRepository(folder, env)
    const files = stagedFiles(repository)
    expect(repository.root).toBe(folder)
    expect(files.map(({ name, absolute, mode }) => [name, absolute, mode])).toEqual(
      ['.gitattributes', 'a.md', 'b.md', 'huge.md'].map((name) => [name, at(name), '100644']),
    )
    const contents = readStaged(repository, files, ({ name }) => name)
    expect(contents.slice(0, 3).map(String)).toEqual(['*.md text eol=crlf\n', '', 'b\n'])
    expect(contents[3]).toMatchObject({ name: 'SourceError', path: 'huge.md' })
  })

  test('merges two changes of one text, unless they touch', () => {
    const repository = openRepository(folder, env)
    const base = 'a\nb\nc\nd\ne\n'
    expect(mergedTexts(repository, base, 'A\nb\nc\nd\ne\n', 'a\nb\nc\nd\nE\n')).toBe('A\nb\nc\nd\nE\n')
    expect(mergedTexts(repository, base, 'A\nb\nc\nd\ne\n', 'X\nb\nc\nd\ne\n')).toBeNull()
    expect(mergedTexts(repository, base, 'A\nb\nc\nd\ne\n', 'a\nB\nc\nd\ne\n')).toBeNull()
    expect(mergedTexts(repository, base, 'a\nb\nc\nd\ne', 'A\nb\nc\nd\ne\n')).toBe('A\nb\nc\nd\ne')
  })
})
