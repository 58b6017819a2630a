import type { OrderId } from '@/domain/id'
import type { RunEnding, RunStep } from '@/domain/run'
import type { PageText } from './page-text'
import type { RunText } from './run-text'
import type { RestCommand } from './transport'
import { JOURNAL } from './journal-text'
import { toEndBody, toRunBody, toStepBody } from './run-text'

type RunItemKind = 'run' | 'page' | 'step' | 'end'

interface ItemValues {
  BODY: string
  KEY?: string
  SEQ?: number
  LOW?: OrderId
  HIGH?: OrderId
}

/** Refusals of items are ordinary: whoever writes one down asks what became of it. */
function addItem(kind: RunItemKind, runId: string, values: ItemValues): RestCommand {
  const PROPERTY_VALUES = { KIND: kind, RUN: runId, ...values }
  return { method: 'entity.item.add', params: { ENTITY: JOURNAL, NAME: kind, PROPERTY_VALUES }, isProbe: true }
}

/** Writes a run down. Its rows stand in pages. */
export function addRun(id: string, run: RunText, { low, high }: Pick<PageText, 'low' | 'high'>): RestCommand {
  return addItem('run', id, { KEY: id, BODY: toRunBody(run), SEQ: 0, LOW: low, HIGH: high })
}

/** Writes one page of a plan down. */
export function addPage(runId: string, { body, low, high }: PageText, number: number): RestCommand {
  return addItem('page', runId, { BODY: body, SEQ: number, LOW: low, HIGH: high })
}

/** Writes down that rows are about to be written, and how earlier ones ended. */
export function addStep(step: RunStep): RestCommand {
  return addItem('step', step.runId, { BODY: toStepBody(step), SEQ: step.seq })
}

/** Writes down that a run has come to an end. */
export function addEnd(step: RunStep, ending: RunEnding): RestCommand {
  return addItem('end', step.runId, { BODY: toEndBody(step, ending), SEQ: step.seq })
}

/** Lists items of the journal; 50 at once. */
export function listItems(
  FILTER: Record<string, unknown>,
  { order = 'ASC', start }: { order?: 'ASC' | 'DESC'; start?: number } = {},
): RestCommand {
  const params = { ENTITY: JOURNAL, FILTER, SORT: { ID: order }, ...(start !== undefined && { start }) }
  return { method: 'entity.item.get', params }
}

/** Lists the steps of a run, newest first: those above an item, or below one. */
export function listSteps(
  runId: string,
  { above = 0, below }: { above?: number; below?: number | undefined } = {},
): RestCommand {
  const range = { ...(above > 0 && { '>ID': above }), ...(below !== undefined && { '<ID': below }) }
  return listItems({ '=PROPERTY_KIND': 'step', '=PROPERTY_RUN': runId, ...range }, { order: 'DESC' })
}
