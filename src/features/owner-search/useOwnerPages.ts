import type { Ref } from 'vue'
import type { OwnerTypeId } from '@/domain/id'
import { computed } from 'vue'
import { usePortal } from '@/context'
import { usePagedSearch } from '@/features/search/usePagedSearch'
import { ROWS_AT_A_TIME, useRowsAtATime } from '@/features/search/useRowsAtATime'

interface OwnerPages {
  typeId: () => OwnerTypeId
  /** The newest owners where it is empty. */
  text: Readonly<Ref<string>>
  isDisabled: () => boolean
}

/** The owners of one type that a text finds, brought on the screen little by little. */
export function useOwnerPages({ typeId, text, isDisabled }: OwnerPages) {
  const portal = usePortal()
  const { state, readMore, retry } = usePagedSearch(() => {
    const query = { typeId: typeId(), text: text.value || undefined }
    return {
      key: ['owners', query.typeId, text.value],
      find: (cursor) => portal.owners.find({ ...query, cursor }),
      idOf: ({ ref: { id } }) => id,
      keepPrevious: ({ ref }) => ref.typeId === query.typeId,
      isDisabled: isDisabled(),
    }
  })

  const found = computed(() => (!isDisabled() && state.value.kind === 'found' ? state.value : undefined))
  const { shown, hidden, reveal } = useRowsAtATime(() => found.value?.rows ?? [], text)

  /** Brings rows that were read already on the screen, and reads the next page where they run out. */
  async function showMore(): Promise<void> {
    if (hidden.value < ROWS_AT_A_TIME) await readMore()
    reveal()
  }

  return {
    rows: shown,
    lost: computed(() => found.value?.lost ?? 0),
    more: computed(() => (hidden.value > 0 ? 'available' : (found.value?.more ?? 'none'))),
    failure: computed(() => (!isDisabled() && state.value.kind === 'failed' ? state.value.failure : undefined)),
    isPending: computed(() => !isDisabled() && state.value.kind === 'pending'),
    /** The rows answer a previous text. */
    isPrevious: computed(() => found.value?.isPrevious === true),
    showMore,
    retry,
  }
}
