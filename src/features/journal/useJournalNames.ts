import type { OrderId } from '@/domain/id'
import type { JournalRow } from '@/domain/journal'
import type { Order, OrderStub } from '@/domain/order'
import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { usePortal } from '@/context'
import { rethrowUnlessFailure } from '@/domain/failure'
import { isChange } from '@/domain/journal'
import { useBindingStore } from '@/features/binding-card/store/binding-store'
import { useOrderNamesStore } from '@/features/order-search/order-names-store'

/** What entries name by ids: orders by number, people, owners. Each is asked for once, in one request with the others. */
export function useJournalNames() {
  const { t } = useI18n()
  const { orders, people } = usePortal()
  const store = useBindingStore()
  const names = useOrderNamesStore()
  const known = shallowRef<ReadonlyMap<OrderId, Order>>(new Map())
  const persons = shallowRef<ReadonlyMap<number, string>>(new Map())
  const asked = new Set<string>()

  /** Those of them that were not asked for yet. */
  function unasked<Id extends number>(kind: string, ids: readonly Id[]): Id[] {
    const fresh = [...new Set(ids)].filter((id) => !asked.has(`${kind} ${id}`))
    for (const id of fresh) asked.add(`${kind} ${id}`)
    return fresh
  }

  async function loadOrders(ids: OrderId[]): Promise<void> {
    if (ids.length === 0) return
    try {
      const read = await orders.read(ids)
      for (const order of read.values()) names.note(order)
      known.value = new Map([...known.value, ...read])
    } catch (error) {
      // Who may not read orders sees their ids.
      rethrowUnlessFailure(error)
    }
  }

  async function loadPeople(ids: number[]): Promise<void> {
    if (ids.length > 0) persons.value = new Map([...persons.value, ...(await people.readNames(ids))])
  }

  /** Reads what these lines name. */
  async function load(rows: readonly JournalRow[]): Promise<void> {
    const entries = rows.filter(isChange)
    await Promise.all([
      loadOrders(
        unasked(
          'order',
          entries.map(({ orderId }) => orderId),
        ),
      ),
      loadPeople(
        unasked(
          'person',
          rows.flatMap(({ by }) => by || []),
        ),
      ),
      store.loadOwners(entries.flatMap(({ before, after }) => [before, after]).filter((ref) => ref !== null)),
    ])
  }

  const orderOf = (id: OrderId): Order | OrderStub => known.value.get(id) ?? { id }
  /** `by` is 0 where the portal did not say. */
  const personOf = (by: number | undefined): string =>
    by ? (persons.value.get(by) ?? t('journalPage.employee', { id: by })) : t('journalPage.somebody')

  return { load, orderOf, personOf }
}
