import type { Io } from './io.js'

/** Shows the progress of a run. */
export interface Progress {
  /** Adds to the number of finished files. */
  done(files: number): void
  /** Removes the line; call it before anything else is printed. */
  end(): void
}

/** A run that ends sooner than this shows nothing. */
const DELAY_MS = 500
/** The least time between two updates. */
const INTERVAL_MS = 100

/** Goes to the beginning of the line and clears it. */
const WIPE = '\r\u001b[K'

/**
 * Shows on the terminal how many of all files are finished, on a single line that is updated. Writes nothing if the output is not
 * watched: to pipes and files, and on build servers.
 * @param now gives milliseconds
 */
export function progressOn(
  { stderr, env }: Pick<Io, 'stderr' | 'env'>,
  files: number,
  now = () => performance.now(),
): Progress {
  const isWatched = stderr.isTTY === true && !env.CI && env.TERM !== 'dumb'
  let next = now() + DELAY_MS
  let done = 0
  let shown = false
  return {
    done(more) {
      done += more
      if (!isWatched || now() < next) return
      next = now() + INTERVAL_MS
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
