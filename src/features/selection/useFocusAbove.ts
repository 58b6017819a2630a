import type { Ref } from 'vue'
import { onScopeDispose, watch } from 'vue'

/**
 * Brings what has the keyboard's focus out from under the bar that stands over a list. Not while somebody scrolls: they want to see
 * something else. @see WCAG 2.2, 2.4.11
 */
export function useFocusAbove(bar: Readonly<Ref<HTMLElement | null>>, raised: Readonly<Ref<number>>): void {
  const listening = new AbortController()

  function look(): void {
    const focused = document.activeElement
    if (!bar.value || !focused?.matches(':focus-visible') || bar.value.contains(focused)) return
    const [covered, cover] = [focused.getBoundingClientRect(), bar.value.getBoundingClientRect()]
    if (covered.bottom > cover.top && covered.top < cover.bottom) focused.scrollIntoView({ block: 'center' })
  }

  watch(bar, (element) => element?.parentElement?.addEventListener('focusin', look, { signal: listening.signal }), {
    flush: 'post',
    once: true,
  })
  // What is ticked by a key lies where the bar comes.
  watch(raised, look, { flush: 'post', once: true })
  onScopeDispose(() => listening.abort())
}
