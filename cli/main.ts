/** `npm run bind`: many orders put right without a browser. */
import { createClock, waitByTimer } from '@/binding/clock'
import { askHidden } from './ask-hidden'
import { runCommand } from './command'
import { connectHook } from './hook-transport'

const code = await runCommand(process.argv.slice(2), {
  env: process.env,
  clock: createClock(waitByTimer),
  ask: askHidden,
  print: (text) => process.stdout.write(text),
  tell: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY ?? false,
  onInterrupt(listener) {
    process.on('SIGINT', listener)
    return () => process.off('SIGINT', listener)
  },
  connect: connectHook,
})
// A request that nobody waits for any more, and a timer, would keep the process.
process.exit(code)
