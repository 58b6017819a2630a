import type { ButtonProps } from '@bitrix24/b24ui-nuxt'
import type { ChangeEntry } from '@/features/binding-card/store/change-entries'
import UndoIcon from '@bitrix24/b24icons-vue/outline/UndoIcon'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { isTemporary } from '@/domain/failure'

interface LineAction {
  label: string
  /** Its full name, with the order. */
  name: string
  color: 'air-primary' | 'air-secondary' | 'air-secondary-no-accent'
  icon?: ButtonProps['icon']
}

/** The one thing that may be done about a change that has ended, if any. */
export function useLineAction(entry: () => ChangeEntry, mayUndo: () => boolean, number: () => string) {
  const { t } = useI18n()

  const named = (key: string): Pick<LineAction, 'label' | 'name'> => ({
    label: t(`tray.action.${key}`),
    name: t(`tray.actionOf.${key}`, { number: number() }),
  })

  return computed((): LineAction | undefined => {
    const { state } = entry()
    switch (state.kind) {
      case 'done':
        if (!mayUndo()) return undefined
        // Nobody had seen what was replaced: putting it back is what a person most likely wants.
        if (state.replaced === 'unseen') return { ...named('putBack'), color: 'air-primary', icon: UndoIcon }
        return { ...named('undo'), color: 'air-secondary', icon: UndoIcon }
      case 'not-done':
        return isTemporary(state.failure.kind) ? { ...named('retry'), color: 'air-secondary-no-accent' } : undefined
      case 'unknown':
        return { ...named('check'), color: 'air-primary' }
      default:
        return undefined
    }
  })
}
