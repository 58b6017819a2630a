import type { Client, Customer } from '@/domain/customer'
import { useI18n } from 'vue-i18n'

type CustomerWords = [first: string, second?: string]

/** Writes a customer as the portal shows it: the company, then the contact. One line or two. */
export function useCustomerLines() {
  const { t } = useI18n()

  function nameOf(client: Client): string {
    if (client.kind === 'named') return client.name
    const { type, id } = client.ref
    return t(`customer.${client.kind}Client`, { name: t(`customer.${type}`, { id }) })
  }

  const linesOf = (first: Client, second?: Client): CustomerWords =>
    second ? [nameOf(first), nameOf(second)] : [nameOf(first)]

  return (customer: Customer): CustomerWords => {
    switch (customer.kind) {
      case 'clients':
        return linesOf(...customer.shown)
      case 'buyer':
        return [customer.name, t('customer.fromCheckout')]
      default:
        return [t(`customer.${customer.kind}`)]
    }
  }
}
