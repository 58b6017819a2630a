import { refDebounced } from '@vueuse/core'
import { computed, ref } from 'vue'

/** How long a person may pause while typing before the portal is asked, in milliseconds. */
const TYPING_PAUSE = 300

/** The text of a search box: `typed` as it stands there, `text` as it is searched for. */
export function useSearchText() {
  const typed = ref('')
  const trimmed = computed(() => typed.value.trim())
  const text = refDebounced(trimmed, TYPING_PAUSE)
  return { typed, text, isTyping: computed(() => trimmed.value !== text.value) }
}
