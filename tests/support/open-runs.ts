import type { RunRow, RunStep } from '@/domain/run'
import type { RowWrite } from '@/portal/runs'
import type { StorageItem } from '@emulator/portal/app-storage'
import type { OpenPortalOptions } from './open-portal'
import { orderId, ownerId, ownerTypeId } from '@/domain/id'
import { inRunOrder } from '@/domain/run'
import { createPortal } from '@/portal/create-portal'
import { JOURNAL } from '@/portal/journal-text'
import { createInProcessTransport } from './in-process-transport'
import { openPortal, storedOwner } from './open-portal'

/** Any run of a test, and the window that runs it. */
export const RUN = 'runrunrunrunrun1'
export const ENGINE = 'enginengineengi1'

/** Any step of it. */
export function aStep(changes: Partial<RunStep> = {}): RunStep {
  return { runId: RUN, seq: 0, engine: ENGINE, opens: [], ends: [], ...changes }
}

export const aDeal = (id: number) => ({ typeId: ownerTypeId(2), id: ownerId(id) })

/** Opens the sample portal with a run of its first orders, all to one deal: as planned, nobody has changed anything since. */
export function openRuns({ count = 6, ...options }: OpenPortalOptions & { count?: number } = {}) {
  const opened = openPortal(options)
  const { local, portal } = opened
  const target = aDeal([...(local.data.items.get(2)?.keys() ?? [])].at(-1) ?? 1)
  const ids = [...local.data.orders.keys()].slice(0, count)
  const rows = inRunOrder(
    ids.map((id): RunRow => {
      const order = orderId(id)
      return { orderId: order, expected: storedOwner(local, order), after: target }
    }),
  )
  const writes: RowWrite[] = rows.map(({ orderId: id, expected, after }) => ({ orderId: id, before: expected, after }))
  return {
    ...opened,
    runs: portal.runs,
    target,
    rows,
    writes,
    orders: rows.map(({ orderId: id }) => id),
    run: { id: RUN, rows },
    /** The items of a kind, as they are stored. */
    items: (kind: string): StorageItem[] =>
      [...(local.app.storages.get(JOURNAL)?.items.values() ?? [])].filter(({ values }) => values.KIND === kind),
    /** The same portal as another person sees it, who knows only what is stored. */
    asOther: (user = 1) =>
      createPortal(createInProcessTransport(local, { user }), { now: () => 0, wait: async () => {} }).runs,
  }
}
