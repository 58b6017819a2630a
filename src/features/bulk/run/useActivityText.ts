import type { RunningState } from '@/features/bulk/store/bulk-state'
import { computed, inject } from 'vue'
import { useI18n } from 'vue-i18n'
import { pageClock } from '@/binding/page-clock'
import { CLOCK } from '@/features/binding-card/store/binding-store'
import { clockText } from '@/features/bulk/rows/useDuration'
import { useTicking } from '@/features/bulk/rows/useTicking'
import { useFormat } from '@/i18n/use-format'

const SECOND = 1000

/** Why a run does nothing at the moment, or will not for long, in words; nothing while it writes. */
export function useActivityText(shown: () => RunningState) {
  const { t } = useI18n()
  const format = useFormat()
  const clock = inject(CLOCK, pageClock)
  const now = useTicking(SECOND)

  const until = (moment: number) => ({
    time: clockText(moment - now.value),
    at: format.time(new Date(clock.date() + moment - clock.now())),
  })

  return computed((): string | undefined => {
    const { live, asked } = shown()
    const { activity } = live
    switch (activity.kind) {
      case 'storing':
        return t('bulk.run.starting')
      case 'taking-over':
        return activity.until === undefined
          ? t('bulk.run.reading')
          : t('bulk.run.waiting.takeover', until(activity.until))
      case 'checking':
        return t('bulk.run.waiting.checking', { time: clockText(now.value - activity.since) })
      case 'waiting':
        return t(`bulk.run.waiting.${activity.why}`, until(activity.until))
      case 'paused':
        return activity.why === 'asked' ? t('bulk.run.paused') : t('bulk.run.waiting.session-ended')
      case 'writing':
        return asked && t(`bulk.run.${asked === 'pause' ? 'pausing' : 'stopping'}`)
      case 'ended':
        return undefined
      default:
        return activity satisfies never
    }
  })
}
