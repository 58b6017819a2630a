import type { PortalFailure } from '@/domain/failure'
import type { AppSettings } from '@/domain/settings'
import { computed, shallowRef } from 'vue'
import { usePortal } from '@/context'
import { toShownFailure } from '@/ui/shown-failure'

/** What became of the last change of a setting. */
type SaveState = { kind: 'idle' } | { kind: 'saving' } | { kind: 'saved' } | { kind: 'failed'; failure: PortalFailure }

/**
 * The settings as the person wants them, and the saving, one request at a time: what is changed meanwhile goes with the next one.
 * What could not be saved is shown as it was again.
 */
export function useSettings(onSaved: () => void) {
  const portal = usePortal()
  const saved = shallowRef(portal.settings.read())
  const sending = shallowRef<Partial<AppSettings>>({})
  const waiting = shallowRef<Partial<AppSettings>>({})
  const state = shallowRef<SaveState>({ kind: 'idle' })
  let refused: Partial<AppSettings> = {}

  const settings = computed(() => ({ ...saved.value, ...sending.value, ...waiting.value }))

  async function save(changes: Partial<AppSettings>): Promise<void> {
    waiting.value = { ...waiting.value, ...changes }
    if (state.value.kind === 'saving') return
    state.value = { kind: 'saving' }
    state.value = await sendAll()
    if (state.value.kind === 'saved') onSaved()
  }

  async function sendAll(): Promise<SaveState> {
    try {
      while (Object.keys(waiting.value).length > 0) await sendWaiting()
      return { kind: 'saved' }
    } catch (error) {
      refused = { ...sending.value, ...waiting.value }
      waiting.value = {}
      return { kind: 'failed', failure: toShownFailure(error) }
    } finally {
      sending.value = {}
    }
  }

  async function sendWaiting(): Promise<void> {
    sending.value = waiting.value
    waiting.value = {}
    await portal.settings.save(sending.value)
    saved.value = portal.settings.read()
  }

  return { settings, state, save, retry: () => save(refused) }
}
