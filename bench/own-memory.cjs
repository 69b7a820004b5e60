// To be loaded into a Node program: writes its peak memory in KB when it ends.
const { readFileSync, writeFileSync } = require('node:fs')
const { isMainThread } = require('node:worker_threads')

if (isMainThread) {
  process.on('exit', () => {
    // VmHWM is that of this process alone; `maxRSS` may include the process that started it.
    const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
    const peak = /VmHWM:\s*(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS
    writeFileSync(process.env.OWN_MEMORY, String(peak))
  })
}
