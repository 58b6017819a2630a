import type { JournalState } from '@/portal/journal'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { usePortal } from '@/context'

/** Whether the portal keeps changes for the app; asked once, and made where nobody has made it yet. */
export const useJournalStateStore = defineStore('journal-state', () => {
  const { journal } = usePortal()
  const state = shallowRef<JournalState>()
  let reading: Promise<JournalState> | undefined

  async function read(): Promise<JournalState> {
    const found = await journal.readState()
    state.value = found.kind === 'unmade' ? await journal.make(found.lacks) : found
    return state.value
  }

  /** Everyone who calls waits for the same answer. What failed is asked for again by the next one. @throws temporary kinds only */
  function load(): Promise<JournalState> {
    reading ??= read().catch((error: unknown) => {
      reading = undefined
      throw error
    })
    return reading
  }

  return { state, load }
})
