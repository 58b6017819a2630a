import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { Committed, CommitOptions, RowAnswer, RowWrite } from './runs'
import type { CommandAnswer, RestCommand, Transport } from './transport'
import type { Write } from './write-rows'
import { MOST_COMMANDS } from './batch-reads'
import { listBindings } from './binding-rows'
import { inPages } from './in-pages'
import { toCost } from './operating'
import { toFailure } from './to-failure'
import { ownerIn, toOutcome, toOwners, toWrite, toWriteFailure } from './write-rows'

type Owners = ReadonlyMap<OrderId, OwnerRef> | undefined

/** One write of a chunk with the keys of its commands. */
interface ChunkWrite {
  row: RowWrite
  key: string
  guardKey: string
  /** Nothing where there is nothing to remove. */
  write: Write | undefined
}

/** Writes between two readings. */
interface Group {
  key: string
  orders: OrderId[]
  writes: ChunkWrite[]
}

const READ_BACK = 'now'

const readingOf = (orders: readonly OrderId[]): RestCommand => listBindings({ '@orderId': orders })

function toChunkWrite(row: RowWrite, isGuarded: boolean): ChunkWrite {
  const [key, guardKey] = [`write${row.orderId}`, `guard${row.orderId}`]
  return { row, key, guardKey, write: toWrite(row, isGuarded ? guardKey : undefined) }
}

function toGroups(rows: readonly RowWrite[], groupSize: number, isGuarded: boolean): Group[] {
  return inPages(rows, groupSize).map((group, index) => ({
    key: `before${index}`,
    orders: group.map(({ orderId }) => orderId),
    writes: group.map((row) => toChunkWrite(row, isGuarded)),
  }))
}

type Keyed = readonly [key: string, command: RestCommand]

function keyedOf({ key, guardKey, write }: ChunkWrite): Keyed[] {
  if (!write) return []
  const guard: Keyed[] = write.guard ? [[guardKey, write.guard]] : []
  return [...guard, [key, write.write]]
}

function toCommands(groups: readonly Group[]): Record<string, RestCommand> {
  const ofGroup = ({ key, orders, writes }: Group): Keyed[] => [[key, readingOf(orders)], ...writes.flatMap(keyedOf)]
  const readBack: Keyed = [READ_BACK, readingOf(groups.flatMap(({ orders }) => orders))]
  return Object.fromEntries([...groups.flatMap(ofGroup), readBack])
}

/** How the write of one row was answered, between the reading of its group and the one at the end. */
function toRowAnswer(
  { row: { orderId }, write, key }: ChunkWrite,
  rows: Rows,
  owners: { before: Owners; now: Owners },
) {
  const [before, now] = [ownerIn(owners.before, orderId), ownerIn(owners.now, orderId)]
  return {
    ...(before !== undefined && { before }),
    outcome: write ? toOutcome(write, rows[key]) : 'mismatch',
    ...(now !== undefined && { now }),
  } satisfies RowAnswer
}

type Rows = Record<string, CommandAnswer>

function toAnswers(groups: readonly Group[], rows: Rows): Map<OrderId, RowAnswer> {
  const now = toOwners(
    groups.flatMap(({ orders }) => orders),
    rows[READ_BACK],
  )
  const answers = groups.flatMap(({ key, orders, writes }) => {
    const before = toOwners(orders, rows[key])
    return writes.map((write) => [write.row.orderId, toRowAnswer(write, rows, { before, now })] as const)
  })
  return new Map(answers)
}

/** Tells how many writes fit one request, beside their readings and, where moves are guarded, a guard for each. */
export function mostWrites(groupSize: number, isGuarded: boolean): number {
  const commands = (writes: number) => writes * (isGuarded ? 2 : 1) + Math.ceil(writes / groupSize) + 1
  let most = 0
  while (commands(most + 1) <= MOST_COMMANDS) most += 1
  return most
}

/**
 * Sends the writes of a chunk, once, in one request that no refusal stops: before each group its bindings, at the end those of all.
 * @throws RangeError for more than one request can carry; any failure where the request as a whole failed
 */
export async function commitWrites(
  transport: Pick<Transport, 'batch'>,
  writes: readonly RowWrite[],
  { groupSize, mayLeave, isGuarded }: CommitOptions & { isGuarded: boolean },
): Promise<Committed> {
  // A reading of no orders would be one of all.
  if (writes.length === 0) return { answers: new Map(), cost: toCost([], []) }
  const groups = toGroups(writes, groupSize, isGuarded)
  const commands = toCommands(groups)
  if (Object.keys(commands).length > MOST_COMMANDS) throw new RangeError('More writes than one request can carry.')
  const rows = await transport.batch(commands, { halt: false, mayLeave }).catch((error: unknown) => {
    throw toWriteFailure(toFailure(error, 'crm.orderentity.add'))
  })
  const answered = Object.entries(commands).map(([key, command]) => [key, [command, rows[key]] as const] as const)
  const measured = answered.filter(([key]) => key.startsWith('write')).map(([, answer]) => answer)
  const cost = toCost(
    answered.map(([, answer]) => answer),
    measured,
  )
  return { answers: toAnswers(groups, rows), cost }
}
