import type { OwnerRef } from '@/domain/owner'
import { useI18n } from 'vue-i18n'
import { useBindingStore } from '@/features/binding-card/store/binding-store'
import { useOwnerTypesStore } from '@/features/owner-search/owner-types-store'

/** Names owners within a sentence or a file: by title, else by type and id with what is known of them; nothing for none. */
export function useOwnerText() {
  const { t } = useI18n()
  const bindings = useBindingStore()
  const types = useOwnerTypesStore()
  void types.load()

  /** By type and id. */
  function nameOf({ typeId, id }: OwnerRef): string {
    const type = types.find(typeId)?.name
    return type ? t('owner.name', { type, id }) : t('owner.unnamed', { typeId, id })
  }

  function textOf(ref: OwnerRef | null | undefined): string {
    if (!ref) return ''
    const state = bindings.stateOf(ref)
    if (state.kind === 'present') return state.owner.title || nameOf(ref)
    return state.kind === 'unread' ? nameOf(ref) : t(`owner.${state.kind}`, { name: nameOf(ref) })
  }

  return { nameOf, textOf }
}
