import type { Io } from './io.js'

/** How far a run is, for who waits for it. */
export interface Progress {
  /** So many more files are done. */
  done(files: number): void
  /** Takes away what is shown; to be called before anything else is printed. */
  end(): void
}

/** A run that is over sooner shows nothing. */
const WAIT = 500
const PAUSE = 100

/** Begins the line anew, without what stood on it. */
const WIPE = '\r\u001b[K'

/**
 * Shows on the terminal how many files are done of all, on a line that is written anew. Nothing is written where nobody watches:
 * into pipes and files, and on build servers.
 * @param now gives milliseconds
 */
export function progressOn(
  { stderr, env }: Pick<Io, 'stderr' | 'env'>,
  files: number,
  now = () => performance.now(),
): Progress {
  const isWatched = stderr.isTTY === true && !env.CI && env.TERM !== 'dumb'
  let next = now() + WAIT
  let done = 0
  let shown = false
  return {
    done(more) {
      done += more
      if (!isWatched || now() < next) return
      next = now() + PAUSE
      shown = true
      stderr.write(`${WIPE}${inThousands(done)} of ${inThousands(files)} files`)
    },
    end() {
      if (shown) stderr.write(WIPE)
      shown = false
    },
  }
}

function inThousands(number: number): string {
  return number.toLocaleString('en')
}
