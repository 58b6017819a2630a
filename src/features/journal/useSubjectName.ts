import type { Subject } from './useSubjectChoice'
import { useI18n } from 'vue-i18n'
import { refOf } from '@/domain/owner'
import { useOrderName } from '@/features/order-search/useOrderName'
import { useOwnerTypesStore } from '@/features/owner-search/owner-types-store'

/** Names what the journal may be narrowed to, so that an order and an owner are told apart. */
export function useSubjectName() {
  const { t } = useI18n()
  const { titleOf } = useOrderName()
  const types = useOwnerTypesStore()
  return (subject: Subject): string => {
    if (subject.kind === 'order') {
      const { order } = subject
      return 'number' in order
        ? t('journalPage.filter.orderChip', { number: order.number, id: order.id })
        : titleOf(order)
    }
    const ref = refOf(subject.owner)
    const type = types.find(ref.typeId)?.name
    const name = type ? t('owner.name', { type, id: ref.id }) : t('owner.unnamed', { ...ref })
    const title = subject.owner.kind === 'present' ? subject.owner.owner.title : ''
    return title ? t('search.filter', { label: name, value: title }) : name
  }
}
