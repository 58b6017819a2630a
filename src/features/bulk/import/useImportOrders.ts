import type { PortalFailure } from '@/domain/failure'
import type { ImportLine } from '@/domain/import-line'
import type { ResolvedLine } from '@/domain/import-resolved'
import { onScopeDispose, shallowRef } from 'vue'
import { resolveImport } from '@/binding/runs/resolve-import'
import { usePortal } from '@/context'
import { toShownFailure } from '@/ui/shown-failure'

/** How far the search for the orders of a list is. */
type OrderFinding =
  | { kind: 'none' }
  | { kind: 'finding'; done: number; total: number }
  /** Lines that may be meant otherwise: a person says how. */
  | { kind: 'unclear'; lines: readonly ResolvedLine[] }
  | { kind: 'failed'; failure: PortalFailure }

/** Tells that some lines would be another order if their column were read the other way, or that it is to be read so. */
function isUnclear(lines: readonly ResolvedLine[]): boolean {
  const others = lines.filter(({ order }) => order?.kind === 'missing' && order.isOther)
  const found = lines.filter(({ order }) => order?.kind === 'one')
  return others.length > found.length || lines.some(({ order }) => order?.kind === 'either')
}

/** Finds the orders that the lines of a list name; `found` gets them where nothing is left to be said. */
export function useImportOrders(found: (lines: readonly ResolvedLine[]) => void) {
  const portal = usePortal()
  const finding = shallowRef<OrderFinding>({ kind: 'none' })
  let current = 0

  async function find(lines: readonly ImportLine[]): Promise<void> {
    const turn = (current += 1)
    const total = lines.length
    try {
      for await (const progress of resolveImport(portal, lines)) {
        if (turn !== current) return
        if (progress.kind === 'reading') finding.value = { kind: 'finding', done: progress.done, total }
        else if (isUnclear(progress.lines)) finding.value = { kind: 'unclear', lines: progress.lines }
        else {
          finding.value = { kind: 'none' }
          found(progress.lines)
        }
      }
    } catch (error) {
      if (turn === current) finding.value = { kind: 'failed', failure: toShownFailure(error) }
    }
  }

  function stop(): void {
    current += 1
    finding.value = { kind: 'none' }
  }
  onScopeDispose(stop)

  return { finding, find, stop }
}
