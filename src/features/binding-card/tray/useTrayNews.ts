import type { ChangeEntry } from '@/features/binding-card/store/change-entries'
import { nextTick, watch } from 'vue'
import { hasEnded, isWorking } from '@/features/binding-card/store/task'

/** What the tray does with news of a change: `end` for one that has ended, `check` for one whose answer was lost. */
type Tell = (entry: ChangeEntry, news: 'end' | 'check') => void

/** Tells of each change once when it ends or is being checked, as soon as its line is on the screen. */
export function useTrayNews(entries: () => readonly ChangeEntry[], tell: Tell): void {
  watch(entries, async (now, before) => {
    const formerly = new Map(before.map(({ id, state }) => [id, state]))
    await nextTick()
    for (const entry of now) {
      const former = formerly.get(entry.id)
      const isChecked = entry.state.kind === 'checking' && former?.kind !== 'checking'
      if (isChecked) tell(entry, 'check')
      else if (hasEnded(entry.state) && (former === undefined || isWorking(former))) tell(entry, 'end')
    }
  })
}
