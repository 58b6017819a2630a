/** `npm run bind`: many orders put right without a browser. */
import { createClock, waitByTimer } from '@/binding/clock'
import { askHidden } from './ask-hidden'
import { runCommand } from './command'
import { connectHook } from './hook-transport'

/** npm hands a Ctrl-C on that the terminal has sent to every process already: within so many milliseconds both are one. */
const SAME_PRESS = 500

function onInterrupt(listener: () => void): () => void {
  let pressedAt = Number.NEGATIVE_INFINITY
  const press = () => {
    if (performance.now() - pressedAt < SAME_PRESS) return
    pressedAt = performance.now()
    listener()
  }
  process.on('SIGINT', press)
  return () => process.off('SIGINT', press)
}

const code = await runCommand(process.argv.slice(2), {
  env: process.env,
  clock: createClock(waitByTimer),
  ask: askHidden,
  print: (text) => process.stdout.write(text),
  tell: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY ?? false,
  onInterrupt,
  connect: connectHook,
})
// A request that nobody waits for any more, and a timer, would keep the process.
process.exit(code)
