import type { CallAnswer, RestCommand, CommandAnswer, Transport } from './transport'
import { PAGE_SIZE } from '@contract/rest'
import { TransportError } from './transport'

/** Sends one command. @throws TransportError */
export type Send = (command: RestCommand) => Promise<CallAnswer>

interface PendingRead {
  command: RestCommand
  resolve(answer: CallAnswer): void
  reject(error: unknown): void
}

/** The portal runs the first 50 commands of a batch and refuses the rest; it is the size of a page, too. */
export const MOST_COMMANDS = PAGE_SIZE

function settleRead(pending: PendingRead, row: CommandAnswer | undefined): void {
  if (row?.ok) return pending.resolve(row.answer)
  pending.reject(
    row
      ? new TransportError({ kind: 'refused', code: row.code, description: row.description })
      : new TransportError({ kind: 'broken', code: 'MISSING_ROW' }),
  )
}

async function sendBatch(transport: Pick<Transport, 'batch'>, reads: readonly PendingRead[]): Promise<void> {
  const keyed = reads.map((read, index) => [read.command.key ?? `r${index}`, read] as const)
  try {
    const commands = keyed.map(([key, { command }]) => [key, command])
    // One refused read must not stop its neighbours.
    const rows = await transport.batch(Object.fromEntries(commands), { halt: false })
    keyed.forEach(([key, read]) => settleRead(read, rows[key]))
  } catch (error) {
    reads.forEach(({ reject }) => reject(error))
  }
}

async function sendSingle(
  transport: Pick<Transport, 'call'>,
  { command, resolve, reject }: PendingRead,
): Promise<void> {
  await transport.call(command).then(resolve, reject)
}

/** In a batch the portal replaces `$result[…]` and its like by other commands' answers, wherever they stand. */
const REFERENCE = /\$(result|total|next|error|time)\b/i

function partition(queue: readonly PendingRead[]): [single: PendingRead[], batched: PendingRead[]] {
  const isLiteral = ({ command }: PendingRead) => !REFERENCE.test(JSON.stringify(command.params))
  const batched = queue.filter(isLiteral)
  const single = queue.filter((read) => !isLiteral(read))
  const [only, ...more] = batched
  if (only && more.length === 0 && !only.command.isProbe) return [[...single, only], []]
  return [single, batched]
}

/**
 * Makes a `Send` whose reads of one turn travel as one request: a single one as it is, several as a batch, more than 50
 * as several batches, one that a batch would misread as it is. What refers to a command of another batch finds nothing. Each caller gets its own answer or its own error.
 * For reads only: a write is never put in here.
 */
export function batchReads(transport: Pick<Transport, 'call' | 'batch'>): Send {
  let queue: PendingRead[] = []

  function flush(): void {
    const [single, batched] = partition(queue)
    queue = []
    single.forEach((read) => void sendSingle(transport, read))
    for (let start = 0; start < batched.length; start += MOST_COMMANDS) {
      void sendBatch(transport, batched.slice(start, start + MOST_COMMANDS))
    }
  }

  return (command) =>
    new Promise((resolve, reject) => {
      if (queue.length === 0) queueMicrotask(flush)
      queue.push({ command, resolve, reject })
    })
}
