import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkOutput, writeOutput } from '../src/source/output.js'
import { program } from './built-program.js'
import { emptyFolder, folderWith } from './folder.js'
import { goodReport } from './good-report.js'

const text = Buffer.from('what was found\n')

test.skipIf(process.platform === 'win32')(
  'a file that a shell has emptied for what is printed is no empty report',
  () => {
    const folder = folderWith({ 'reports/a.md': goodReport })
    const call = '"$0" "$1" check "$2" --no-cache --format markdown > summary.md'
    for (const path of ['.', 'reports']) {
      const { status, stderr } = spawnSync('sh', ['-c', call, process.execPath, program, path], {
        cwd: folder,
        encoding: 'utf8',
      })
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toMatch(/^## reportlint: nothing to report/)
    }
    writeFileSync(join(folder, 'summary.md'), '')
    const { status, stderr } = spawnSync(process.execPath, [program, 'check'], { cwd: folder, encoding: 'utf8' })
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'reportlint: summary.md:1: the file is empty, expected a report\n',
    })
  },
)

describe('an output file', () => {
  test('is created, or replaced with the same mode', () => {
    const folder = emptyFolder()
    const path = join(folder, 'out')
    writeOutput(path, Buffer.from('before, and longer than that'))
    expect(statSync(path).mode & 0o777).toBe(0o666 & ~process.umask())
    chmodSync(path, 0o640)
    writeOutput(path, text)
    expect(readFileSync(path)).toEqual(text)
    expect(statSync(path).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder)).toEqual(['out'])
  })

  test('may be a link, even a broken one', () => {
    const folder = emptyFolder()
    mkdirSync(join(folder, 'other'))
    symlinkSync('other/out', join(folder, 'link'))
    for (const _ of ['absent', 'there']) {
      checkOutput(join(folder, 'link'))
      writeOutput(join(folder, 'link'), text)
      expect(readFileSync(join(folder, 'other/out'))).toEqual(text)
      expect(readlinkSync(join(folder, 'link'))).toBe('other/out')
    }
  })

  test.skipIf(process.platform === 'win32')('may be a pipe', () => {
    const path = join(emptyFolder(), 'pipe')
    expect(spawnSync('mkfifo', [path]).status).toBe(0)
    const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    checkOutput(path)
    writeOutput(path, text)
    const bytes = Buffer.alloc(100)
    expect(bytes.subarray(0, readSync(reader, bytes))).toEqual(text)
    closeSync(reader)
    expect(statSync(path).isFIFO()).toBe(true)
  })

  test.skipIf(process.platform !== 'linux')('may be open already', () => {
    const folder = folderWith({ 'a.md': goodReport })
    const call = '{ "$0" "$1" check --no-cache --output /dev/stdout; ls -i log; } > log; cat log; ls -i log'
    const { stdout } = spawnSync('sh', ['-c', call, process.execPath, program], { cwd: folder, encoding: 'utf8' })
    const [first, ...others] = stdout.match(/\d+ log/g) ?? []
    expect(others).toEqual([first])
  })

  test.skipIf(process.platform === 'win32' || process.getuid?.() !== 0)(
    'may lie where only the file itself may be written',
    () => {
      const folder = emptyFolder()
      const path = join(folder, 'out')
      writeFileSync(path, 'before')
      chmodSync(path, 0o666)
      chmodSync(folder, 0o555)
      process.seteuid?.(1002)
      try {
        checkOutput(path)
        writeOutput(path, text)
      } finally {
        process.seteuid?.(0)
        chmodSync(folder, 0o755)
      }
      expect(readFileSync(path)).toEqual(text)
    },
  )

  test.skipIf(process.platform === 'win32')('is unchanged, or not created, if the disk is full', () => {
    const folder = folderWith({ 'a.md': goodReport, 'out.html': 'before' })
    // In the shell's blocks, of half a kilobyte or one.
    const call = 'ulimit -f 4; exec "$@"'
    for (const name of ['out.html', 'new.html']) {
      const args = ['-c', call, 'sh', process.execPath, program, 'check', '--no-cache', '--format', 'html']
      const { status, stderr } = spawnSync('sh', [...args, '--output', name], { cwd: folder, encoding: 'utf8' })
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: `reportlint: --output ${name}: it could not be written: the file is larger than the system allows\n`,
      })
    }
    expect(readdirSync(folder).toSorted()).toEqual(['.git', 'a.md', 'out.html'])
    expect(readFileSync(join(folder, 'out.html'), 'utf8')).toBe('before')
  })
})
