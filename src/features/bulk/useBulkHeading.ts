import type { Ref } from 'vue'
import type { BulkState, PlanSource } from './store/bulk-state'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { countRun } from '@/domain/run'
import { useFormat } from '@/i18n/use-format'
import { useDuration } from './rows/useDuration'

const PLAN_TITLES: Record<PlanSource['kind'], string> = {
  wishes: 'title',
  repeat: 'title',
  undo: 'undoTitle',
  resume: 'resumeTitle',
}

interface Heading {
  title: string
  /** How many orders it is about. */
  count?: string
  /** In small, beside it. */
  aside?: string
}

/** What stands at the head of a plan, a run or a report. */
export function useBulkHeading(state: Readonly<Ref<BulkState>>) {
  const { t } = useI18n()
  const format = useFormat()
  const { roughly, exactly } = useDuration()

  const orders = (count: number): string => t('bulk.count', { n: format.number(count) }, count)

  function reportHeading({ result, sheet, took }: Extract<BulkState, { kind: 'report' }>): Heading {
    const title = result.kind === 'finished' || result.kind === 'stopped' ? result.kind : 'broken'
    const { left, failed } = countRun(sheet.states)
    const total = sheet.states.length
    const figures = { done: format.number(total - left - failed), total: format.number(total) }
    return {
      title: t(`bulk.report.title.${title}`),
      count: t('bulk.report.ofAll', figures),
      aside: t('bulk.report.took', { time: exactly(took) }),
    }
  }

  return computed((): Heading => {
    const now = state.value
    switch (now.kind) {
      case 'making':
      case 'not-made':
        return { title: t(`bulk.plan.${PLAN_TITLES[now.source.kind]}`) }
      case 'plan': {
        const listTitle = now.source.kind === 'wishes' ? now.source.title : undefined
        return {
          title: t(`bulk.plan.${PLAN_TITLES[now.source.kind]}`),
          count: orders(now.plan.rows.length),
          ...(listTitle && { aside: listTitle }),
        }
      }
      case 'running': {
        const isPaused = now.live.activity.kind === 'paused'
        const key = isPaused ? 'pausedTitle' : now.sheet.source.kind === 'undo' ? 'undoTitle' : 'title'
        const left = now.timeLeft === undefined || isPaused ? undefined : roughly(now.timeLeft)
        return { title: t(`bulk.run.${key}`), ...(left && { aside: t('bulk.run.left', { time: left }) }) }
      }
      case 'report':
        return reportHeading(now)
      case 'none':
        return { title: '' }
      default:
        return now satisfies never
    }
  })
}
