import type { OwnerTypeId } from '@/domain/id'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { usePortal } from '@/context'
import { useOwnerTypeName } from './useOwnerTypeName'

/**
 * Texts that speak of one type of owners: `textOf('orders')` is "Orders in this deal", "Orders in this invoice", or has the portal's
 * own name for the type, and speaks of owners where the type is open or its name is not known. Keys are those of `place.deal`.
 */
export function usePlaceText(typeId: () => OwnerTypeId | undefined) {
  const { t } = useI18n()
  const { ownerTypes } = usePortal()
  const typeName = useOwnerTypeName(typeId)

  const word = computed(() => {
    const id = typeId()
    if (id === undefined) return 'owner'
    const known = ownerTypes.wordOf(id)
    return known === 'item' && typeName.value === undefined ? 'owner' : known
  })

  return (key: string, values: Record<string, unknown> = {}): string =>
    t(`place.${word.value}.${key}`, { type: typeName.value, ...values })
}
