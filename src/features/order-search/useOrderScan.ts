import type { PortalFailure } from '@/domain/failure'
import type { Order } from '@/domain/order'
import type { ScanStep, ScanQuery, OrderScan } from '@/portal/order-queries'
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { toShownFailure } from '@/ui/shown-failure'
import { keyOfScan } from './order-filters'

/** Makes a search that looks at every order. */
export type ScanOrders = (query: ScanQuery) => OrderScan

/** Looks at orders until everything was looked at, or the person stops it; another query begins anew. */
export function useOrderScan(scan: ScanOrders, query: () => ScanQuery) {
  const state = shallowRef<'running' | 'stopped' | 'done' | PortalFailure>('running')
  const found = shallowRef<readonly Order[]>([])
  const lost = ref(0)
  const untold = ref(0)
  /** How far it has come; absent until it has counted. */
  const step = shallowRef<ScanStep>()
  let current: OrderScan | undefined
  /** The one of which a step is under way. */
  let stepping: OrderScan | undefined

  function keep(next: ScanStep): void {
    step.value = next
    lost.value += next.lost
    untold.value += next.untold
    found.value = [...found.value, ...next.found]
    if (next.isDone) state.value = 'done'
  }

  async function goOn(): Promise<void> {
    const mine = current
    state.value = 'running'
    // Stopped and gone on while a step was under way: that one takes the next steps, too.
    if (!mine || stepping === mine) return
    stepping = mine
    try {
      do {
        const next = await mine.next()
        if (mine === current) keep(next)
      } while (mine === current && isRunning())
    } catch (error) {
      if (mine === current) state.value = toShownFailure(error)
    } finally {
      if (stepping === mine) stepping = undefined
    }
  }

  const isRunning = (): boolean => state.value === 'running'
  const stop = (): void => void (state.value = 'stopped')

  function begin(): void {
    current = scan(query())
    found.value = []
    lost.value = 0
    untold.value = 0
    step.value = undefined
    void goOn()
  }

  watch(() => keyOfScan(query()), begin, { immediate: true })
  onScopeDispose(() => (current = undefined))

  return { state, found, lost, untold, step, stop, goOn }
}
