import type { OrderId, OwnerTypeId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { OwnerGroup } from './owner-groups'
import { computed } from 'vue'
import { usePortal } from '@/context'
import { markText } from '@/domain/marked-text'
import { readTypedWords } from '@/domain/typed-words'
import { provideMarking } from '@/features/search/marking'
import { useOfCustomers } from '@/features/search/useOfCustomers'
import { useSearchText } from '@/features/search/useSearchText'
import { foundGroups, newestGroups } from './owner-groups'
import { useOwnerPages } from './useOwnerPages'
import { useOwnerSuggestions } from './useOwnerSuggestions'
import { useRecentOwners } from './useRecentOwners'

interface WantedOwner {
  /** Nothing where an owner is wanted for several orders. */
  orderId: OrderId | undefined
  typeId: OwnerTypeId
  /** The owner that the order has now. */
  current: OwnerRef | null
}

/**
 * Searches owners of one type as a person types; while the box is empty, shows suggestions, or where there are none recent choices
 * and the newest owners.
 */
export function useOwnerSearch(wanted: () => WantedOwner) {
  const portal = usePortal()
  const typeId = () => wanted().typeId
  const { typed, text, isTyping } = useSearchText()
  const suggestions = useOwnerSuggestions(() => {
    const { orderId, ...want } = wanted()
    return orderId && { orderId, ...want }
  })
  const suggested = computed(() => {
    const { value } = suggestions.state
    return value.kind === 'ready'
      ? value.groups.map(({ kind, ...group }): OwnerGroup => ({ heading: kind, ...group }))
      : []
  })
  const isAwaitingSuggestions = computed(() => text.value === '' && suggestions.state.value.kind === 'pending')
  const isSuggesting = computed(() => isAwaitingSuggestions.value || (text.value === '' && suggested.value.length > 0))

  const pages = useOwnerPages({ typeId, text, isDisabled: () => isSuggesting.value })
  const recent = useRecentOwners(typeId, () => !isSuggesting.value && text.value === '')
  const ofCustomers = useOfCustomers(() => {
    const query = { typeId: typeId(), text: text.value }
    return {
      key: ['owners', 'of customers', query.typeId, query.text],
      find: () => portal.owners.findOfCustomers(query),
      isDisabled: query.text === '',
    }
  })
  const words = computed(() => readTypedWords(text.value)?.words ?? [])
  provideMarking((title) => markText(title, words.value))

  // The list would jump under the pointer if the recent choices came after the newest owners.
  const isPending = computed(() => isAwaitingSuggestions.value || pages.isPending.value || recent.isLoading.value)
  const groups = computed((): OwnerGroup[] => {
    if (isPending.value) return []
    if (isSuggesting.value) return suggested.value
    if (text.value !== '') return foundGroups(pages.rows.value, ofCustomers.found.value.rows)
    return newestGroups(recent.owners.value, pages.rows.value)
  })
  /** The list does not show yet what was searched for. */
  const isStale = computed(() => isTyping.value || pages.isPending.value || pages.isPrevious.value)

  return { ...pages, suggestions, typed, text, groups, ofCustomers, isStale, isPending }
}
