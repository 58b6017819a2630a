import type { OwnerTypeId } from '@/domain/id'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { usePortal } from '@/context'
import { useOwnerTypesStore } from './owner-types-store'
import { useOwnerTypeName } from './useOwnerTypeName'

/**
 * Texts that speak of one type of owners: `textOf('orders')` is "Orders in this deal", "Orders in this invoice", or has the portal's
 * own name for the type. Without a type they speak of whatever owner: of deals where the portal offers nothing else, of owners where
 * the type is open or its name is not known. Keys are those of `place.deal`.
 */
export function usePlaceText(typeId: () => OwnerTypeId | undefined = () => undefined) {
  const { t } = useI18n()
  const { ownerTypes } = usePortal()
  const types = useOwnerTypesStore()

  const onlyType = computed(() => {
    const listed = types.state.kind === 'ready' ? types.state.types : []
    return listed.length === 1 ? listed[0]?.id : undefined
  })
  const known = computed(() => typeId() ?? onlyType.value)
  const typeName = useOwnerTypeName(() => known.value)

  const word = computed(() => {
    if (known.value === undefined) return 'owner'
    const wordOfType = ownerTypes.wordOf(known.value)
    return wordOfType === 'item' && typeName.value === undefined ? 'owner' : wordOfType
  })

  return (key: string, values: Record<string, unknown> = {}): string =>
    t(`place.${word.value}.${key}`, { type: typeName.value, ...values })
}
