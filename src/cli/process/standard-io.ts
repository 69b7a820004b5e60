import { fstatSync, statSync, writeSync } from 'node:fs'
import { type Io, type Output, UsageError } from './io.js'

/**
 * The standard streams of a process. Those of Node.js are only created for a terminal or for input: for a pipe or a file, loading
 * them would take longer than reading a report.
 */
export function standardIo(process: NodeJS.Process): Io {
  const stdout = outputOn(1, () => process.stdout)
  const stderr = outputOn(2, () => process.stderr)
  return {
    stdout,
    stderr,
    get stdin() {
      return process.stdin
    },
    env: process.env,
    cwd: () => currentFolder(process),
    once: (signal, ended) => process.once(signal, ended),
  }
}

/** @throws UsageError if it has been deleted */
function currentFolder(process: NodeJS.Process): string {
  try {
    return process.cwd()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`the current folder no longer exists (${code}): go to another one`)
  }
}

/** Writes synchronously, so that all is written when the process ends. */
function outputOn(descriptor: 1 | 2, stream: () => NodeJS.WriteStream): Output {
  const isTTY = mayBeTerminal(descriptor) && stream().isTTY
  let through: NodeJS.WriteStream | null = isTTY ? endingQuietly(stream()) : null
  let isClosed = false
  return {
    isTTY,
    get isClosed() {
      return isClosed || through?.destroyed
    },
    // Read each time, because the window may be resized. Some terminals do not know their width and report 0.
    get columns() {
      return (isTTY && stream().columns) || undefined
    },
    write(text) {
      if (isClosed) return
      if (through) return through.write(text)
      const bytes = typeof text === 'string' ? Buffer.from(text) : text
      let written = 0
      try {
        while (written < bytes.length) written += writeSync(descriptor, bytes, written)
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        if (code === 'EPIPE') isClosed = true
        else if (code === 'EAGAIN') {
          // The reader is slower than a non-blocking pipe: Node.js buffers the rest.
          through = endingQuietly(stream())
          through.write(bytes.subarray(written))
        } else if (descriptor === 1) {
          const why = code === 'ENOSPC' ? 'the disk is full' : `(${code})`
          throw new UsageError(`the result could not be written: ${why}`)
        }
      }
    },
  }
}

/** A device may be a terminal, but `/dev/null` is a device, too. */
function mayBeTerminal(descriptor: number): boolean {
  const own = fstatSync(descriptor)
  return own.isCharacterDevice() && own.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev
}

/** As in `reportlint check | head`: a reader that has read enough closes the pipe, which is no error. */
function endingQuietly(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
