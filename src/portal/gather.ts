import type { Answer, Command, CommandAnswer, Transport } from './transport'
import { PAGE_SIZE } from '@contract/rest'
import { TransportError } from './transport'

/** Reads one thing. @throws TransportError */
export type Read = (command: Command) => Promise<Answer>

interface Waiting {
  command: Command
  resolve(answer: Answer): void
  reject(error: unknown): void
}

/** The portal runs the first 50 commands of a batch and refuses the rest; it is the size of a page, too. */
const BATCH_SIZE = PAGE_SIZE

function settle(waiting: Waiting, row: CommandAnswer | undefined): void {
  if (row?.ok) return waiting.resolve(row.answer)
  waiting.reject(
    row
      ? new TransportError({ trouble: 'refused', code: row.code, sentence: row.sentence })
      : new TransportError({ trouble: 'broken', code: 'MISSING_ROW' }),
  )
}

async function sendTogether(transport: Pick<Transport, 'batch'>, waiting: readonly Waiting[]): Promise<void> {
  const commands = waiting.map(({ command }, index) => [`r${index}`, command] as const)
  try {
    // One refused read must not stop its neighbours.
    const rows = await transport.batch(Object.fromEntries(commands), { halt: false })
    waiting.forEach((one, index) => settle(one, rows[`r${index}`]))
  } catch (error) {
    waiting.forEach(({ reject }) => reject(error))
  }
}

async function sendAlone(transport: Pick<Transport, 'call'>, { command, resolve, reject }: Waiting): Promise<void> {
  await transport.call(command).then(resolve, reject)
}

/**
 * Makes a `read` whose calls of one turn travel as one request: a single one as it is, several as a batch, more than 50
 * as several batches. Each caller gets its own answer or its own error. For reads only: a write is never put in here.
 */
export function gather(transport: Pick<Transport, 'call' | 'batch'>): Read {
  let queue: Waiting[] = []

  function flush(): void {
    const [first, ...more] = queue
    const all = queue
    queue = []
    if (first && more.length === 0) return void sendAlone(transport, first)
    for (let start = 0; start < all.length; start += BATCH_SIZE) {
      void sendTogether(transport, all.slice(start, start + BATCH_SIZE))
    }
  }

  return (command) =>
    new Promise((resolve, reject) => {
      if (queue.length === 0) queueMicrotask(flush)
      queue.push({ command, resolve, reject })
    })
}
