import type { OwnerStage } from '@/domain/owner'
import type { Ask } from './ask'
import * as v from 'valibot'
import { askAllPages, ifReadable } from './ask'
import { optionalText, text } from './decode'
import { memoizeRead } from './memoize-read'

const STAGE_ROWS = v.array(v.object({ STATUS_ID: text, NAME: text, SEMANTICS: optionalText }))

/** `S` and `F` end a pipeline; anything else is work. */
const MEANING: Record<string, OwnerStage['meaning']> = { S: 'success', F: 'failure' }

/** Stages of one pipeline, by the id that an object names as its `stageId`. */
export type StagesByCode = ReadonlyMap<string, OwnerStage>

/**
 * Makes a read of the stages of a pipeline, by the name of its list; each list is asked for once in the page's life.
 * A list that cannot be read is empty: a stage only decorates.
 * @see api-reference/crm/status/crm-status-list.md
 */
export function createStages(ask: Ask): (list: string) => Promise<StagesByCode> {
  const readList = memoizeRead(async (list): Promise<StagesByCode> => {
    const params = { filter: { ENTITY_ID: list }, order: { SORT: 'ASC' } }
    const rows = await askAllPages(ask, { method: 'crm.status.list', params }, STAGE_ROWS)
    return new Map(rows.map((row) => [row.STATUS_ID, { name: row.NAME, meaning: meaningOf(row.SEMANTICS) }]))
  })
  return (list) => ifReadable<StagesByCode>(readList(list), new Map())
}

function meaningOf(semantics: string | undefined): OwnerStage['meaning'] {
  return MEANING[semantics ?? ''] ?? 'in-progress'
}
