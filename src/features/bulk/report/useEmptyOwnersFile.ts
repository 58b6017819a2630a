import type { OwnerRef } from '@/domain/owner'
import { useI18n } from 'vue-i18n'
import { usePortal } from '@/context'
import { useOwnerText } from '@/features/bulk/rows/useOwnerText'
import { useCsvFile } from '@/ui/useCsvFile'

/** Saves owners without orders as a file, with the addresses of their cards. */
export function useEmptyOwnersFile() {
  const { t } = useI18n()
  const { owners: cards, links } = usePortal()
  const { textOf } = useOwnerText()
  const saveCsv = useCsvFile()

  function addressOf(owner: OwnerRef): string {
    const path = cards.cardPath(owner)
    return path === undefined ? '' : links.addressOf(path)
  }

  function save(owners: readonly OwnerRef[]): void {
    const heads = ['owner', 'type', 'id', 'link'].map((head) => t(`bulk.empty.${head}`))
    const lines = owners.map((owner) => [textOf(owner), `${owner.typeId}`, `${owner.id}`, addressOf(owner)])
    saveCsv(t('bulk.empty.file'), [heads, ...lines])
  }

  return { save }
}
