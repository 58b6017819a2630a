import type { EntryKey } from '@pinia/colada'
import type { OfCustomers } from '@/domain/found'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { OF_NO_CUSTOMERS } from '@/domain/found'
import { toShownFailure } from '@/ui/shown-failure'
import { throwMistakes } from './throw-mistakes'
import { READ_ON_DEMAND } from './usePagedSearch'

interface CustomersQuery<Row> {
  key: EntryKey
  find: () => Promise<OfCustomers<Row>>
  isDisabled: boolean
}

/** Asks the portal for what belongs to customers who are called what a person types, beside the search itself. */
export function useOfCustomers<Row>(currentQuery: () => CustomersQuery<Row>) {
  const query = useQuery(() => {
    const { key, find, isDisabled } = currentQuery()
    return {
      key,
      query: find,
      enabled: !isDisabled,
      ...READ_ON_DEMAND,
    }
  })
  throwMistakes(query.error)
  const isOn = computed(() => !currentQuery().isDisabled)
  return {
    found: computed((): OfCustomers<Row> => (isOn.value && query.data.value) || OF_NO_CUSTOMERS),
    failure: computed(() => (isOn.value && query.error.value ? toShownFailure(query.error.value) : undefined)),
    isPending: computed(() => isOn.value && query.isLoading.value),
    retry: () => query.refetch(),
  }
}
