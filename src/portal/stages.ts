import type { OwnerStage } from '@/domain/owner'
import type { Ask } from './ask'
import * as v from 'valibot'
import { askAllPages, ifReadable } from './ask'
import { listOf, MAX_DIRECTORY, optionalColour, optionalText, text } from './decode'
import { memoizeRead } from './memoize-read'

/** The portal answers with all of them at once. */
const STAGE_ROWS = listOf(
  v.object({ STATUS_ID: text, NAME: text, SEMANTICS: optionalText, COLOR: optionalColour }),
  MAX_DIRECTORY,
)

/** `S` and `F` end a pipeline; anything else is work. */
const MEANING = new Map<string | undefined, OwnerStage['meaning']>([
  ['S', 'success'],
  ['F', 'failure'],
])

function toStage({ NAME, SEMANTICS, COLOR }: v.InferOutput<typeof STAGE_ROWS>[number]): OwnerStage {
  return { name: NAME, meaning: MEANING.get(SEMANTICS) ?? 'in-progress', colour: COLOR }
}

/** Stages of one pipeline, by the id that an object names as its `stageId`. */
export type StagesByCode = ReadonlyMap<string, OwnerStage>
/** Reads the stages of a pipeline, by the name of its list. Never throws a failure. */
export type ReadStages = (list: string) => Promise<StagesByCode>

/**
 * Makes a read of the stages of a pipeline, by the name of its list; each list is asked for once in the page's life.
 * A list that cannot be read is empty: a stage only decorates.
 * @see api-reference/crm/status/crm-status-list.md
 */
export function createStages(ask: Ask): ReadStages {
  const readList = memoizeRead(async (list): Promise<StagesByCode> => {
    const params = { filter: { ENTITY_ID: list }, order: { SORT: 'ASC' } }
    const rows = await askAllPages(ask, { method: 'crm.status.list', params }, STAGE_ROWS)
    return new Map(rows.map((row) => [row.STATUS_ID, toStage(row)]))
  })
  return (list) => ifReadable<StagesByCode>(readList(list), new Map())
}
