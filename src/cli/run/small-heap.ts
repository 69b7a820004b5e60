import { setFlagsFromString } from 'node:v8'

/**
 * Makes V8 collect garbage earlier than it usually does: 1,000 reports take 105 MB instead of 155, and a twelfth more time.
 */
export function keepHeapSmall(): void {
  for (const flag of SMALL_HEAP_FLAGS) setFlagsFromString(flag)
  // The code cache is written at the end, and is only valid for the flags that the next run starts with.
  process.prependOnceListener('exit', () => {
    for (const flag of DEFAULT_FLAGS) setFlagsFromString(flag)
  })
}

/** The last flag keeps functions that have not run for a while, because they belong into the code cache. */
const SMALL_HEAP_FLAGS = ['--semi-space-growth-factor=1', '--heap-growing-percent=15', '--no-flush-bytecode']

/** V8's own values for these flags. */
const DEFAULT_FLAGS = ['--semi-space-growth-factor=2', '--heap-growing-percent=0', '--flush-bytecode']
