import type { Question } from '@/binding/result'
import type { Customer } from '@/domain/customer'
import { useI18n } from 'vue-i18n'
import { compareCustomers, namesOf } from '@/domain/customer'

/** What speaks against the new owner: another customer, or a lost stage; one that could not be read is said beside its name. */
export function useNewOwnerPoints() {
  const { t } = useI18n()

  function customerPoint({ after, customer, detailsOfAfter }: Question): string | undefined {
    if (after?.kind !== 'present') return undefined
    if (!customer || !detailsOfAfter) return t('binding.question.customerUnread')
    const answer = compareCustomers(customer, detailsOfAfter.customer)
    if (answer === 'unknown') return t('binding.question.customerUnread')
    return answer === 'different' ? differentCustomers(customer, detailsOfAfter.customer) : undefined
  }

  function differentCustomers(...customers: [order: Customer, owner: Customer]): string {
    const [order, owner] = customers.map((customer) => namesOf(customer).join(', '))
    return order && owner
      ? t('binding.question.customersDiffer', { order, owner })
      : t('binding.question.customerDiffers')
  }

  function stagePoint({ after, detailsOfAfter }: Question): string | undefined {
    if (after?.kind !== 'present') return undefined
    const stage = detailsOfAfter?.stage
    const isLost = typeof stage === 'object' && stage.meaning === 'failure'
    return isLost ? t('binding.question.stageLost', { stage: stage.name }) : undefined
  }

  return [customerPoint, stagePoint]
}
