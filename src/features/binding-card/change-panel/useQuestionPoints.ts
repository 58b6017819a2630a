import type { Question } from '@/binding/result'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { isSameMoney } from '@/domain/money'
import { useFormat } from '@/i18n/use-format'
import { useNewOwnerPoints } from './useNewOwnerPoints'

type Point = string | undefined

/** What a person should know before they confirm, one message each: what comes along with a change, and what could not be found out. */
export function useQuestionPoints(question: () => Question) {
  const { t } = useI18n()
  const format = useFormat()

  function documentsPoint({ documents }: Question): Point {
    if (!documents) return t('binding.question.documentsUnread')
    if (documents.payments + documents.shipments === 0) return t('binding.question.nothingComesAlong')
    const payments = t('binding.question.payments', documents.payments)
    const shipments = t('binding.question.shipments', documents.shipments)
    return t('binding.question.comesAlong', { payments, shipments })
  }

  function sumsPoint({ order, after }: Question): Point {
    if (after === null) return undefined
    const afterSum = after.kind === 'present' ? after.owner.sum : undefined
    if (!order?.sum || !afterSum) return t('binding.question.sumsUnread')
    if (isSameMoney(order.sum, afterSum)) return undefined
    return t('binding.question.sumsDiffer', { order: format.money(order.sum), owner: format.money(afterSum) })
  }

  function ordersTherePoint({ after, ordersOfAfter }: Question): Point {
    if (after === null || ordersOfAfter === 0) return undefined
    if (ordersOfAfter === undefined) return t('binding.question.ordersThereUnread')
    return t('binding.question.ordersThere', { count: format.number(ordersOfAfter) })
  }

  function leftBehindPoint({ before, ordersLeftBehind }: Question): Point {
    if (before === null || ordersLeftBehind === 0) return undefined
    if (ordersLeftBehind === undefined) return t('binding.question.leftBehindUnread')
    return t('binding.question.leftBehind', ordersLeftBehind)
  }

  function shownNowherePoint({ after }: Question): Point {
    return after === null ? t('binding.question.shownNowhere') : undefined
  }

  const makers = [
    ...useNewOwnerPoints(),
    documentsPoint,
    sumsPoint,
    ordersTherePoint,
    leftBehindPoint,
    shownNowherePoint,
  ]
  return computed(() => makers.map((make) => make(question())).filter((point) => point !== undefined))
}
