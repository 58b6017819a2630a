import type { OwnerState } from '@/domain/owner'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { refOf } from '@/domain/owner'
import { useOwnerTypeName } from './useOwnerTypeName'

/** What an owner is called: `title` as people call it, empty where it has none or is not known; `name` by type and id. */
export function useOwnerTitle(owner: () => OwnerState | null) {
  const { t } = useI18n()
  const ref = computed(() => {
    const state = owner()
    return state && refOf(state)
  })
  const typeName = useOwnerTypeName(() => ref.value?.typeId)

  const name = computed(() => {
    if (!ref.value) return ''
    const { id, typeId } = ref.value
    return typeName.value ? t('owner.name', { type: typeName.value, id }) : t('owner.unnamed', { id, typeId })
  })
  const title = computed(() => {
    const state = owner()
    return state?.kind === 'present' ? state.owner.title : ''
  })
  return { name, title }
}
