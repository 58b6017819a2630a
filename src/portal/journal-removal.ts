import type { PortalFailure } from '@/domain/failure'
import type { Moment } from '@/domain/moment'
import type { Cursor } from '@/domain/page'
import type { Ask } from './ask'
import type { RemovalStep } from './journal'
import type { RestCommand } from './transport'
import * as v from 'valibot'
import { asFailure, isTemporary } from '@/domain/failure'
import { PAGE_SIZE } from '@contract/rest'
import { date, id, listOf, text, toCursor, unreadable } from './decode'
import { JOURNAL } from './journal-text'

const VALUES = v.object({ KIND: v.nullish(text), RUN: v.nullish(text) })
const ITEMS = listOf(
  v.object({
    ID: id,
    DATE_CREATE: v.fallback(v.union([date, v.undefined()]), undefined),
    PROPERTY_VALUES: v.fallback(VALUES, {}),
  }),
)
type Item = v.InferOutput<typeof ITEMS>[number]

const runOf = ({ PROPERTY_VALUES: { RUN } }: Item) => RUN || undefined
const isEntry = ({ PROPERTY_VALUES: { KIND } }: Item) => KIND === 'change' || KIND === 'run'

function list(filter: Record<string, unknown>, order: 'ASC' | 'DESC' = 'ASC'): RestCommand {
  return { method: 'entity.item.get', params: { ENTITY: JOURNAL, FILTER: filter, SORT: { ID: order } } }
}

/** Tells whether a run has come to an end, and all that is kept of it is older: else half of it would be left. */
async function isWholeRunOlder(ask: Ask, run: string, until: Moment): Promise<boolean> {
  const ofRun = { '=PROPERTY_RUN': run }
  const [ends, newest] = await Promise.all([
    ask(list({ ...ofRun, '=PROPERTY_KIND': 'end' }), ITEMS),
    ask(list(ofRun, 'DESC'), ITEMS),
  ])
  const hasEnd = ends.result.some((item) => runOf(item) === run && item.PROPERTY_VALUES.KIND === 'end')
  const last = newest.result[0]
  return hasEnd && last !== undefined && runOf(last) === run && isOlder(last, until)
}

/** An entry whose time cannot be read is never taken for an old one. */
const isOlder = ({ DATE_CREATE }: Item, until: Moment) => DATE_CREATE !== undefined && DATE_CREATE.at < until.at

/** What was deleted by somebody else meanwhile is not there either. */
async function remove(ask: Ask, { ID }: Item): Promise<PortalFailure | undefined> {
  try {
    await ask({ method: 'entity.item.delete', params: { ENTITY: JOURNAL, ID } }, v.unknown())
    return undefined
  } catch (error) {
    const failure = asFailure(error)
    return failure.code === 'ERROR_ITEM_NOT_FOUND' ? undefined : failure
  }
}

async function findRemovable(ask: Ask, items: readonly Item[], until: Moment): Promise<Item[]> {
  const runs = [...new Set(items.flatMap((item) => runOf(item) ?? []))]
  const older = await Promise.all(runs.map((run) => isWholeRunOlder(ask, run, until)))
  return items.filter((item) => {
    const run = runOf(item)
    return run === undefined || older[runs.indexOf(run)] === true
  })
}

/**
 * Deletes one page of what is older, oldest first. An outcome is as old as its change or younger: what is left of it goes with a
 * later removal. @see api-reference/entity/items/entity-item-delete.md
 */
export async function removeOlder(ask: Ask, until: Moment, cursor?: Cursor): Promise<RemovalStep> {
  const filter = { '<DATE_CREATE': new Date(until.at).toISOString(), ...(cursor !== undefined && { '>ID': cursor }) }
  const { result } = await ask(list(filter), ITEMS)
  // A filter that was not understood gives what must be kept.
  if (!result.every((item) => isOlder(item, until) && item.ID > (cursor ?? 0)))
    throw unreadable('entity.item.get.filter')
  const removable = await findRemovable(ask, result, until)
  const refusals = await Promise.all(removable.map((item) => remove(ask, item)))
  const failure = refusals.find((refusal) => refusal !== undefined)
  // The same page is taken again then: what is gone by now is not found any more.
  if (failure && isTemporary(failure.kind)) throw failure
  const removed = removable.filter((item, place) => isEntry(item) && !refusals[place])
  const last = result.at(-1)
  return {
    removed: removed.length,
    kept: result.filter(isEntry).length - removed.length,
    ...(failure && { failure }),
    ...(last && result.length >= PAGE_SIZE && { next: toCursor(last.ID) }),
  }
}
