// Loaded into a Node program: writes at its end how much memory it held at the most, in KB.
const { readFileSync, writeFileSync } = require('node:fs')
const { isMainThread } = require('node:worker_threads')

if (isMainThread) {
  process.on('exit', () => {
    // What the system says of the process itself knows nothing of the one that started it.
    const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
    const peak = /VmHWM:\s*(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS
    writeFileSync(process.env.OWN_MEMORY, String(peak))
  })
}
