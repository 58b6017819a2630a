import type { Question } from '@/binding/result'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { usePortal } from '@/context'
import { isSameMoney } from '@/domain/money'
import { refOf } from '@/domain/owner'
import { useFormat } from '@/i18n/use-format'
import { useNewOwnerPoints } from './useNewOwnerPoints'

/** One thing to know before confirming: what merely happens is `quiet`. */
export interface Point {
  tone: 'quiet' | 'warning' | 'danger'
  text: string
}

/** What a person should know before they confirm, risks first: what a change brings about, and what could not be found out. */
export function useQuestionPoints(question: () => Question) {
  const { t } = useI18n()
  const format = useFormat()
  const { ownerTypes, settings } = usePortal()
  const isDealsOnly = settings.read().ordersMode === 'deals-only'

  const isDeal = (owner: Question['before']) => owner !== null && ownerTypes.wordOf(refOf(owner).typeId) === 'deal'

  /** Only deals are said to be kept alike with their orders, and only where people work with deals. */
  function sumsPoint({ order, after }: Question): string | undefined {
    if (!isDealsOnly || !isDeal(after)) return undefined
    const afterSum = after?.kind === 'present' ? after.owner.sum : undefined
    if (!order?.sum || !afterSum) return t('binding.question.sumsUnread')
    if (isSameMoney(order.sum, afterSum)) return undefined
    return t('binding.question.sumsDiffer', { order: format.money(order.sum), owner: format.money(afterSum) })
  }

  function documentsPoint({ documents, after }: Question): string {
    if (!documents) return t('binding.question.documentsUnread')
    const { payments, shipments } = documents
    if (payments + shipments === 0) return t('binding.question.noDocuments')
    const counted = [
      payments > 0 ? t('binding.question.payments', payments) : '',
      shipments > 0 ? t('binding.question.shipments', shipments) : '',
    ].filter(Boolean)
    return t(`binding.question.${after ? 'comesAlong' : 'stays'}`, { documents: counted.join(', ') })
  }

  function leftBehindPoint({ before, ordersOfBefore }: Question): string | undefined {
    if (!isDeal(before) || ordersOfBefore === 1) return undefined
    if (ordersOfBefore === undefined) return t('binding.question.leftBehindUnread')
    return t('binding.question.leftBehind', ordersOfBefore - 1)
  }

  const makers: Record<Point['tone'], ((asked: Question) => string | undefined)[]> = {
    danger: [({ after }) => (after === null && isDealsOnly ? t('binding.question.shownNowhere') : undefined)],
    warning: [
      ({ isAskedAgain }) => (isAskedAgain ? t('binding.question.overrides') : undefined),
      ...useNewOwnerPoints(),
      sumsPoint,
    ],
    quiet: [
      documentsPoint,
      leftBehindPoint,
      ({ isAskedAgain }) => (isAskedAgain ? t('binding.question.nothingYet') : undefined),
    ],
  }

  function pointsOf(tone: Point['tone']): Point[] {
    const texts = makers[tone].map((make) => make(question()))
    return texts.flatMap((text) => (text === undefined ? [] : [{ tone, text }]))
  }

  return computed(() => [...pointsOf('danger'), ...pointsOf('warning'), ...pointsOf('quiet')])
}
