import type { TextPart } from '@/domain/marked-text'
import type { Order, OrderStub } from '@/domain/order'
import { computed, shallowRef, watch } from 'vue'
import { asFailure } from '@/domain/failure'
import { latePart } from '@/domain/late-code'
import { unmarked } from '@/features/search/marking'

const load = latePart(() => import('./typed-text'))

/** What a text means that orders are searched by. Its code comes with the first text; whatever is found by one needs more than that. */
export function useTypedText(text: () => string) {
  const code = shallowRef<Awaited<ReturnType<typeof load>>>()

  watch(
    () => text() !== '' && text(),
    async (now) => {
      // What does not arrive is asked for again with the next text.
      if (now && !code.value) await load().then((file) => (code.value = file), asFailure)
    },
  )

  const mark = computed(() => code.value?.createMark(text()))
  return {
    isReady: computed(() => code.value !== undefined || text() === ''),
    stubs: computed((): OrderStub[] => code.value?.toStubs(text()) ?? []),
    countExact: (rows: readonly (Order | OrderStub)[]) => code.value?.countExactRows(rows, text()) ?? 0,
    mark: (shown: string): TextPart[] => mark.value?.(shown) ?? [unmarked(shown)],
  }
}
