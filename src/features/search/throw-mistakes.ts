import type { Ref } from 'vue'
import { watch } from 'vue'
import { rethrowUnlessFailure } from '@/domain/failure'

/** For a query whose failure only costs a convenience: that is passed over, a mistake of ours is thrown on to the page. */
export function throwMistakes(error: Ref<unknown>): void {
  watch(error, (now) => now && rethrowUnlessFailure(now), { immediate: true })
}
