import type { RunRow } from '@/domain/run'
import type { StorageItem } from '@emulator/portal/app-storage'
import type { RunWorld as World } from './world'
import { JOURNAL } from '@/portal/journal-text'
import { toEndBody, toStepBody } from '@/portal/run-text'
import { createInProcessTransport } from '@tests/support/in-process-transport'
import { pause } from '../wire'

/** Their chances are their own: the same seed does the same without them. */
type ForgerWorld = Pick<World, 'random' | 'local' | 'deals'> & { isCalm: () => boolean }

/** A run that somebody meddles with. */
interface Target {
  id: string
  rows: readonly RunRow[]
}

const MINUTE = 60_000

const itemsOf = ({ local }: ForgerWorld, { id }: Target): StorageItem[] =>
  [...(local.app.storages.get(JOURNAL)?.items.values() ?? [])].filter(({ values }) => values.RUN === id)

/** The name of a window that has stored steps of this run. */
function engineOf(world: ForgerWorld, target: Target): string {
  const steps = itemsOf(world, target).filter(({ values }) => values.KIND === 'step')
  return steps.at(-1)?.values.BODY?.split(' ')[2] ?? 'forgedengine0000'
}

/** Any claim about some rows, among them owners that no order ever had. */
function claimOf({ random, deals }: ForgerWorld, { rows }: Target) {
  const owner = rows[0]?.after && {
    ...rows[0].after,
    id: rows.find(({ after }) => after)?.after?.id ?? rows[0].after.id,
  }
  const kinds = [
    { kind: 'done', replaced: { kind: 'as-planned' } },
    { kind: 'done', replaced: { kind: 'newer', owner: owner ?? null } },
    { kind: 'already-so' },
    { kind: 'left-alone', now: owner ?? null },
    { kind: 'not-done', code: 'ERROR_CORE' },
    { kind: 'order-gone' },
  ] as const
  const [first, count] = [random.nextInt(0, rows.length - 1), random.nextInt(1, rows.length + deals.length)]
  const end = random.pick(kinds)
  const places = rows.flatMap((_, place) => (place >= first && place < first + count ? [place] : []))
  return { ends: places.map((place) => [place, end] as const), opens: places.slice(0, random.nextInt(0, 5)) }
}

/** What an employee may write under a run. */
function forgery(world: ForgerWorld, target: Target): [kind: 'step' | 'end', body: string] {
  const { random } = world
  const claim = claimOf(world, target)
  const engine = random.next() < 0.5 ? engineOf(world, target) : `forgedengine${random.nextInt(1000, 9999)}`
  const step = { seq: random.nextInt(0, 40), engine, ...claim }
  return random.pick<() => [kind: 'step' | 'end', body: string]>([
    () => ['step', '?'],
    () => ['step', `2 ${toStepBody(step)}`],
    () => ['step', toStepBody({ ...step, opens: [target.rows.length + 3] })],
    () => ['step', toStepBody({ ...step, seq: 900_000 })],
    () => ['step', toStepBody(step)],
    () => ['step', toStepBody({ ...step, engine: engineOf(world, target) })],
    () => [
      'end',
      toEndBody({ ...step, engine: engineOf(world, target) }, random.pick(['finished', 'stopped'] as const)),
    ],
    () => ['end', toEndBody({ ...step, engine: `forgedengine${random.nextInt(1000, 9999)}` }, 'finished')],
  ])()
}

/** An ordinary employee forges steps and ends of a run, and changes those that are there: everybody may write there. */
export async function forge(world: ForgerWorld, target: Target, user: number): Promise<void> {
  const { random, local } = world
  const { call } = createInProcessTransport(local, { user })
  for (let turn = random.nextInt(1, 6); turn > 0; turn--) {
    await pause(random.nextInt(500, 2 * MINUTE))
    if (world.isCalm()) return
    // Before its plan is stored nobody knows of a run.
    if (!itemsOf(world, target).some(({ values }) => values.KIND === 'run')) continue
    // What is sent right now is compared with the step that says so.
    const isOld = ({ createdAt }: StorageItem) => Date.parse(createdAt) < local.now() - 20_000
    const stored = itemsOf(world, target).filter(
      (item) => item.values.KIND !== 'run' && item.values.KIND !== 'page' && isOld(item),
    )
    const [kind, BODY] = forgery(world, target)
    const isChange = stored.length > 0 && random.next() < 0.3
    const method = isChange ? 'entity.item.update' : 'entity.item.add'
    const values = isChange ? { BODY } : { KIND: kind, RUN: target.id, BODY, SEQ: 1 }
    const params = {
      ENTITY: JOURNAL,
      NAME: kind,
      PROPERTY_VALUES: values,
      ...(isChange && { ID: random.pick(stored).id }),
    }
    await call({ method, params }).catch(() => undefined)
  }
}
