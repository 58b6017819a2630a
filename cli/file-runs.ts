import type { OrderId } from '@/domain/id'
import type { RunStep, StoredRun } from '@/domain/run'
import type { Portal } from '@/portal/portal'
import type { Prepared, Runs } from '@/portal/runs'
import type { Transport } from '@/portal/transport'
import type { JournalFile, JournalLine } from './journal-file'
import { asFailure, PortalFailure, withChanged } from '@/domain/failure'
import { createAsk } from '@/portal/ask'
import { batchReads } from '@/portal/batch-reads'
import { toPages } from '@/portal/page-text'
import { toNewest } from '@/portal/run-items'
import { toWholeRun } from '@/portal/run-reads'
import { toEndBody, toRunBody, toStepBody } from '@/portal/run-text'
import { commitWrites, mostWrites } from '@/portal/run-writes'
import { createReadShown } from '@/portal/shown-orders'
import { toItems } from './journal-file'

interface FileRunsParts {
  /** Keeps the pace of runs. */
  transport: Pick<Transport, 'call' | 'batch'>
  bindings: Pick<Portal['bindings'], 'readOfOrders'>
  journal: JournalFile
  /** What the journal says of the list that its run is made of. */
  list: string
}

/** How a run ends rows that it has opened and not sent when it is stopped: in a file they only wait. */
const NOT_SENT = 'NOT_SENT'

/** Gives the run that these lines are of, if all of its plan is there. @throws unreadable, where something of it is missing */
export function runIn(lines: readonly JournalLine[]): StoredRun | undefined {
  const id = lines.find(({ kind }) => kind === 'run')?.run
  return id === undefined ? undefined : toWholeRun(id, toItems(lines))
}

/** The newest step since nothing was on its way: a run that was stopped has none that anybody need wait for. */
function newestIn(lines: readonly JournalLine[], except?: string): StoredRun['newest'] {
  const rest = lines.findLastIndex(({ kind }) => kind === 'rest')
  const steps = toItems(lines.slice(rest + 1)).toReversed()
  return steps.flatMap((item) => toNewest(item) ?? []).find(({ engine }) => engine !== except)
}

/**
 * Runs in a journal beside their list: webhooks have no storage in the portal. Nothing is sent before it is on the disk. A file has one
 * run, and a stop is no end of it: whoever starts it again goes on.
 */
export function createFileRuns({ transport, bindings, journal, list }: FileRunsParts): Runs {
  /** Tells of another process that has written to the file, whatever the lock says. */
  function note(kind: JournalLine['kind'], run: string, body: string): Pick<Prepared, 'engineBefore'> {
    return journal.add([{ kind, run, body }]).isOnlyOurs ? {} : { engineBefore: '?' }
  }

  async function prepare(step: RunStep, orders: readonly OrderId[]): Promise<Prepared> {
    const noted = note('step', step.runId, toStepBody(step))
    const isTheirs = noted.engineBefore !== undefined
    const reading = isTheirs || orders.length === 0 ? new Map() : bindings.readOfOrders(orders)
    try {
      return { bindings: await reading, ...noted }
    } catch (error) {
      // No write was sent yet.
      throw withChanged(asFailure(error), 'no')
    }
  }

  return {
    async store({ id, rows, undoes }) {
      if (journal.lines().some(({ kind, run }) => kind === 'run' && run === id)) return
      const pages = toPages(rows)
      const size = { rows: rows.length, pages: pages.length, ...(undoes !== undefined && { undoes }) }
      const { isOnlyOurs } = journal.add([
        { kind: 'list', run: id, body: list },
        ...pages.map(({ body }) => ({ kind: 'page' as const, run: id, body })),
        { kind: 'run', run: id, body: toRunBody(size) },
      ])
      if (!isOnlyOurs) throw new PortalFailure({ kind: 'not-noted', changed: 'no', code: 'file' })
    },
    prepare,
    mostWrites: async (groupSize) => mostWrites(groupSize, false),
    commit: (writes, options) => commitWrites(transport, writes, { ...options, isGuarded: false }),
    async addEnd(step, ending) {
      if (ending === 'finished') return void note('end', step.runId, toEndBody(step, ending))
      const ends = step.ends.filter(([, end]) => end.kind !== 'not-done' || end.code !== NOT_SENT)
      note('step', step.runId, toStepBody({ ...step, ends }))
      note('rest', step.runId, '')
    },
    readShown: createReadShown(createAsk(batchReads(transport))),
    findOpen: async () => [runIn(journal.lines()) ?? []].flat().filter(({ ending }) => ending === undefined),
    read: async () => runIn(journal.lines()),
    readNewest: async (_id, except) => newestIn(journal.lines(), except),
  }
}
