import type { PortalFailure } from '@/domain/failure'
import type { RegisteredPlacement } from '@/domain/placement'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { usePortal } from '@/context'
import { asFailure } from '@/domain/failure'
import { readObjectCode } from '@/domain/placement'
import { placementTitles } from './placement-titles'
import { addPlacement, removePlacement } from './registration'
import { usePlaceNames } from './usePlaceNames'
import { usePlacementOffer } from './usePlacementOffer'

/** What became of one registration at an earlier address. */
type MoveEnd =
  | { kind: 'moved' }
  /** Nothing was changed. */
  | { kind: 'kept'; failure: PortalFailure }
  /** It opens the app here, and at the earlier address as well. */
  | { kind: 'both'; failure: PortalFailure }
  | { kind: 'unknown'; failure: PortalFailure }

type MovedState =
  | { kind: 'none' }
  | { kind: 'found'; rows: RegisteredPlacement[] }
  | { kind: 'working' }
  /** `name`: what the place is called. */
  | { kind: 'done'; moved: number; others: { name: string; end: Exclude<MoveEnd, { kind: 'moved' }> }[] }

/** Registrations of an earlier address of the app, and how they are brought here: first the new one, then the old one goes. */
export const useMovedPlacementsStore = defineStore('moved-placements', () => {
  const { placements } = usePortal()
  const places = usePlacementOffer(() => 'with-orders')
  const { nameOf } = usePlaceNames(places)
  const state = shallowRef<MovedState>({ kind: 'none' })
  const found = computed(() => (state.value.kind === 'found' ? state.value.rows : []))
  let here: string[] = []

  /** Whoever may not read them is no administrator: there is nothing to offer. Other failures cost the offer, not the page. */
  async function look(): Promise<void> {
    const rows = await placements.readRegistered().catch(asFailure)
    if (!Array.isArray(rows)) return
    here = rows.filter(({ isHere }) => isHere).map(({ code }) => code)
    const old = rows.filter(({ isHere, code }) => !isHere && readObjectCode(code))
    state.value = old.length > 0 ? { kind: 'found', rows: old } : { kind: 'none' }
  }

  async function bringOne(row: RegisteredPlacement): Promise<MoveEnd> {
    if (!here.includes(row.code)) {
      const added = await addPlacement(placements, row.code, placementTitles)
      if (added.kind === 'unknown') return added
      if (added.kind === 'refused') return { kind: 'kept', failure: added.failure }
    }
    const removed = await removePlacement(placements, row)
    if (removed.kind === 'unknown') return removed
    return removed.kind === 'kept' ? { kind: 'both', failure: removed.failure } : { kind: 'moved' }
  }

  /** One by one, so that wherever it is cut off each place opens the app at one address at least. */
  async function bring(): Promise<void> {
    const rows = found.value
    state.value = { kind: 'working' }
    const ends = []
    for (const row of rows) {
      const end = await bringOne(row)
      if (end.kind !== 'moved') ends.push({ code: row.code, end })
    }
    if (ends.length > 0) await places.load()
    const others = ends.map(({ code, end }) => ({ name: nameOf(code), end }))
    state.value = { kind: 'done', moved: rows.length - others.length, others }
  }

  return { state, found, look, bring }
})
