// Runs one check several times in one process, and writes the time of each run in ms, as a JSON list.
//   node bench/again.cjs CLI-OF-THE-BUILD FILE-TO-WRITE TIMES ARGUMENT…

const { writeFileSync } = require('node:fs')

const [cli, out, times, ...args] = process.argv.slice(2)
const { main, standardIo } = require(cli)

async function again() {
  const io = standardIo(process)
  const took = []
  for (let time = 0; time < Number(times); time++) {
    const start = performance.now()
    await main(args, io)
    took.push(performance.now() - start)
  }
  writeFileSync(out, JSON.stringify(took))
}

again()
