import type { Ask } from './ask'
import type { PageText } from './page-text'
import type { NewRun } from './runs'
import type { CommandAnswer, RestCommand, Transport } from './transport'
import * as v from 'valibot'
import { PortalFailure } from '@/domain/failure'
import { PAGE_SIZE } from '@contract/rest'
import { inPages } from './in-pages'
import { JOURNAL_ITEMS } from './journal-items'
import { toPages } from './page-text'
import { addPage, addRun, listItems } from './run-commands'
import { readItems } from './run-reads'
import { toFailure } from './to-failure'
import { toNotNoted } from './write-rows'

/** Pages of one request: the portal takes about two thirds of a second for each, and 70 kB are no large request. */
const PAGES_AT_ONCE = 17

interface NumberedPage {
  page: PageText
  number: number
}

type Commands = Record<string, RestCommand>

/** Sends commands that stop at the first refusal. @throws not-noted where one of them was refused */
async function send(transport: Pick<Transport, 'batch'>, commands: Commands): Promise<Record<string, CommandAnswer>> {
  const rows = await transport.batch(commands, { halt: true }).catch((error: unknown) => {
    throw toFailure(error, 'entity.item.add')
  })
  for (const row of Object.values(rows)) if (!row.ok) throw toNotNoted(row)
  return rows
}

const keyed = (name: string, commands: readonly RestCommand[]): Commands =>
  Object.fromEntries(commands.map((command, index) => [`${name}${index}`, command]))

/** Reads back as many items as stand under a run. */
function toReadBack(runId: string, count: number): Commands {
  const starts = Array.from({ length: Math.ceil(count / PAGE_SIZE) }, (_, page) => page * PAGE_SIZE)
  return keyed(
    'kept',
    starts.map((start) => listItems({ '=PROPERTY_RUN': runId }, { start })),
  )
}

function bodiesIn(rows: Record<string, CommandAnswer>): Set<string> {
  const items = Object.entries(rows).flatMap(([key, row]) => {
    const read = key.startsWith('kept') && row.ok ? v.safeParse(JOURNAL_ITEMS, row.answer.result) : undefined
    return read?.success ? read.output : []
  })
  return new Set(items.map(({ PROPERTY_VALUES }) => PROPERTY_VALUES.BODY ?? ''))
}

/**
 * Stores the pages of a plan that are not there yet, and last the run: without that nobody finds the plan, so that one that was
 * stored in part is none. The last request reads all of it back: so a plan of up to 2,550 rows is one request.
 * @throws not-noted where something was refused, or is not kept as it was sent; any kind of writing
 */
export async function storeRun(
  transport: Pick<Transport, 'batch'>,
  ask: Ask,
  { id, rows, undoes, isAgain }: NewRun & { isAgain: boolean },
): Promise<void> {
  const pages = toPages(rows)
  const there = isAgain ? await readItems(ask, id) : []
  const stored = new Set(there.map(({ PROPERTY_VALUES }) => PROPERTY_VALUES.BODY))
  const missing = pages
    .map((page, number): NumberedPage => ({ page, number }))
    .filter(({ page }) => !stored.has(page.body))
  const isThere = there.some(({ PROPERTY_VALUES: { KIND, KEY } }) => KIND === 'run' && KEY === id)
  if (isThere && missing.length === 0) return
  const chunks = inPages(missing, PAGES_AT_ONCE).map((chunk) =>
    keyed(
      'page',
      chunk.map(({ page, number }) => addPage(id, page, number)),
    ),
  )
  for (const chunk of chunks.slice(0, -1)) await send(transport, chunk)
  const [first, last] = [pages[0], pages.at(-1)]
  if (!first || !last) throw new RangeError('A run without rows.')
  const size = { rows: rows.length, pages: pages.length, ...(undoes && { undoes }) }
  const kept = await send(transport, {
    ...chunks.at(-1),
    ...toReadBack(id, there.length + missing.length),
    ...(!isThere && { run: addRun(id, size, { low: first.low, high: last.high }) }),
  })
  const bodies = bodiesIn(kept)
  if (!pages.every(({ body }) => bodies.has(body))) {
    throw new PortalFailure({ kind: 'not-noted', changed: 'no', code: 'run.page' })
  }
}
