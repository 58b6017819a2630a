import type { Task } from '@/features/binding-card/store/task'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormat } from '@/i18n/use-format'

/** The tasks that end or go on without a question and without a change. */
export type NoticeTask = Exclude<Task, { kind: 'idle' } | { kind: 'asking' } | { kind: 'done' }>

const OBSTACLES = {
  'owner-gone': 'binding.notice.gone',
  'owner-hidden': 'binding.notice.hidden',
  'owner-unread': 'binding.notice.unread',
  'in-progress': 'binding.notice.inProgress',
  'changed-since': 'binding.notice.changedSince',
}

const OVERTAKEN = {
  'written': 'binding.notice.overtaken',
  'not-written': 'binding.notice.overtakenBefore',
  'unknown': 'binding.notice.overtakenUnknown',
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
        return t(OVERTAKEN[now.ours])
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
