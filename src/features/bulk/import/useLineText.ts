import type { ImportLine } from '@/domain/import-line'
import type { OrderReading } from '@/domain/import-order'
import { useI18n } from 'vue-i18n'
import { isScientific } from '@/domain/import-order'
import { useOwnerTypesStore } from '@/features/owner-search/owner-types-store'
import { shorten } from '@/features/search/shorten'

type Read = Extract<ImportLine, { kind: 'read' }>
type Mistake = Extract<ImportLine, { kind: 'mistake' }>

/** Says what is read from a line of a list, or why it cannot be read. */
export function useLineText(reading: () => OrderReading) {
  const { t } = useI18n()
  const types = useOwnerTypesStore()

  function whyOf({ text, mistake }: Mistake): string {
    if (mistake === 'unreadable-owner') return text === '' ? 'no-owner' : 'owner'
    if (mistake === 'type-not-offered') return 'type'
    if (text === '') return 'no-order'
    if (isScientific(text)) return 'scientific'
    return reading() === 'id' ? 'order-id' : 'order'
  }

  function wishOf({ order: { said, numbers, id }, after }: Read): string {
    const order =
      said === 'id' ? t('importList.orderId', { id }) : t('importList.orderNumber', { number: numbers.at(-1) })
    if (!after) return t('importList.detach', { order })
    const type = types.find(after.typeId)?.name
    const owner = type ? t('owner.name', { type, id: after.id }) : t('owner.unnamed', { ...after })
    return t('importList.wish', { order, owner })
  }

  return (line: ImportLine): string =>
    line.kind === 'read' ? wishOf(line) : t(`importList.why.${whyOf(line)}`, { text: shorten(line.text) })
}
