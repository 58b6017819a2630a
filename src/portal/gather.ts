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

/** In a batch the portal replaces `$result[…]` and its like by other commands' answers, wherever they stand. */
const REFERENCE = /\$(result|total|next|error|time)\b/i

function divide(queue: readonly Waiting[]): [alone: Waiting[], together: Waiting[]] {
  const isLiteral = ({ command }: Waiting) => !REFERENCE.test(JSON.stringify(command.params))
  const together = queue.filter(isLiteral)
  const alone = queue.filter((one) => !isLiteral(one))
  const [only, ...more] = together
  if (only && more.length === 0 && !only.command.isProbe) return [[...alone, only], []]
  return [alone, together]
}

/**
 * Makes a `read` whose calls of one turn travel as one request: a single one as it is, several as a batch, more than 50
 * as several batches, one that a batch would misread as it is. Each caller gets its own answer or its own error. For reads only: a write is never put in here.
 */
export function gather(transport: Pick<Transport, 'call' | 'batch'>): Read {
  let queue: Waiting[] = []

  function flush(): void {
    const [alone, together] = divide(queue)
    queue = []
    alone.forEach((one) => void sendAlone(transport, one))
    for (let start = 0; start < together.length; start += BATCH_SIZE) {
      void sendTogether(transport, together.slice(start, start + BATCH_SIZE))
    }
  }

  return (command) =>
    new Promise((resolve, reject) => {
      if (queue.length === 0) queueMicrotask(flush)
      queue.push({ command, resolve, reject })
    })
}
