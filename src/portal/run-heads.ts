import type { RunHead } from '@/domain/run'
import type { Ask } from './ask'
import type { JournalItem } from './journal-items'
import { PAGE_SIZE } from '@contract/rest'
import { unreadable } from './decode'
import { JOURNAL_ITEMS } from './journal-items'
import { listItems, listSteps } from './run-commands'
import { toFoundRun, toHead } from './run-items'
import { stepsAmong } from './run-reads'

/** Among so many pages of runs those are looked for that have no end: whoever has made 250 runs since knows what became of it. */
const MOST_PAGES = 5

/** Picks the first item of each run where the same one was stored twice, as an answer was lost. */
export function firstOfEach(items: readonly JournalItem[]): JournalItem[] {
  const keyOf = ({ ID, PROPERTY_VALUES }: JournalItem) => PROPERTY_VALUES.KEY ?? ID
  const firsts = new Map(items.toSorted((one, other) => other.ID - one.ID).map((item) => [keyOf(item), item]))
  return items.filter((item) => firsts.get(keyOf(item)) === item)
}

/** Reads the ends of a run. Those that somebody else has stored count if it is seen that they had taken the run over: one command more. */
async function readEnds(ask: Ask, { id, item }: { id: string; item: JournalItem }): Promise<JournalItem[]> {
  const filter = { '=PROPERTY_KIND': 'end', '=PROPERTY_RUN': id }
  const { result } = await ask(listItems(filter), JOURNAL_ITEMS)
  const ends = result.filter(({ PROPERTY_VALUES: { KIND, RUN } }) => KIND === 'end' && RUN === id)
  if (ends.every(({ CREATED_BY }) => CREATED_BY === item.CREATED_BY)) return ends
  const steps = stepsAmong((await ask(listSteps(id), JOURNAL_ITEMS)).result, id)
  const enders = new Set(steps.map(({ CREATED_BY }) => CREATED_BY)).add(item.CREATED_BY)
  return ends.filter(({ CREATED_BY }) => enders.has(CREATED_BY))
}

/** Reads the head of each run, with how it ended: one command a run. Nothing stands for a run of another version. */
export function readHeads(ask: Ask, items: readonly JournalItem[]): Promise<(RunHead | undefined)[]> {
  return Promise.all(
    items.map(async (item) => {
      const found = toFoundRun(item)
      return found && toHead(found, await readEnds(ask, found))
    }),
  )
}

/** Reads the runs without an end among the last 250, newest first. */
export async function findOpenRuns(ask: Ask): Promise<RunHead[]> {
  const open: RunHead[] = []
  let below: number | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const filter = { '=PROPERTY_KIND': 'run', ...(below !== undefined && { '<ID': below }) }
    const { result } = await ask(listItems(filter, { order: 'DESC' }), JOURNAL_ITEMS)
    const limit = below
    if (limit !== undefined && result.some(({ ID }) => ID >= limit)) throw unreadable('entity.item.get.filter')
    const runs = result.filter(({ PROPERTY_VALUES }) => PROPERTY_VALUES.KIND === 'run')
    const heads = await readHeads(ask, firstOfEach(runs))
    open.push(...heads.flatMap((head) => (head && head.ending === undefined ? [head] : [])))
    below = result.at(-1)?.ID
    if (result.length < PAGE_SIZE) break
  }
  return open
}
