import type { ResultOf } from '@/binding/result'
import type { NoticeTask } from '@/features/binding-card/store/task'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormat } from '@/i18n/use-format'

const OBSTACLES = {
  'owner-gone': 'binding.notice.gone',
  'owner-hidden': 'binding.notice.hidden',
  'owner-unread': 'binding.notice.unread',
  'in-progress': 'binding.notice.inProgress',
}

/** Says whose change it was that somebody else's came in the way of. */
function overtakenKey({ wish, ours }: ResultOf<'overtaken'>): string {
  if (ours === 'written') return 'binding.notice.overtaken'
  if (ours === 'unknown') return 'binding.notice.overtakenUnknown'
  if (wish.undoes) return 'binding.notice.changedSince'
  return wish.onPageOf ? 'binding.notice.leftPage' : 'binding.notice.overtakenBefore'
}

/** One message for what goes on with an order, or for how it ended. */
export function useNoticeMessage(task: () => NoticeTask) {
  const { t } = useI18n()
  const format = useFormat()

  function messageOf(now: NoticeTask): string {
    switch (now.kind) {
      case 'reading':
        return t('binding.notice.reading')
      case 'writing':
        return t('binding.notice.writing')
      case 'checking':
        return t('binding.notice.checking', { time: format.time(now.until) })
      case 'nothing':
        return t(now.now ? 'binding.notice.nothingOwner' : 'binding.notice.nothingFree')
      case 'impossible':
        return t(OBSTACLES[now.because])
      case 'overtaken':
        return t(overtakenKey(now))
      case 'order-gone':
        return t('binding.notice.orderGone')
      case 'not-done':
        return t('binding.notice.notDone')
      case 'unknown':
        return t('binding.notice.unknown')
      default:
        return now satisfies never
    }
  }

  return computed(() => messageOf(task()))
}
