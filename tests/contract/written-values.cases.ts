import type { Case, CaseStep } from './case'
import { add, invalidValue, listOne, oneItem } from './crm-items'

const FIELDS = 'api-reference/crm/universal/object-fields.md'
const DATES = 'FACTS.md: dates'
const SUMS = 'FACTS.md: sums'

const added = (fields: object): { before: CaseStep[] } => ({ before: [{ times: 1, request: add(2, fields) }] })
const updateOrder = (fields: object) => ({ method: 'sale.order.update', params: { id: 2, fields } })
const updated = (fields: object): { before: CaseStep[] } => ({ before: [{ times: 1, request: updateOrder(fields) }] })
const order = (select: string[]) => ({ method: 'sale.order.list', params: { filter: { id: 2 }, select } })
const oneOrder = (fields: object) => ({ body: { result: { orders: [fields] }, total: 1 } })

const DAYS = ['24.12.2026', '24.12.2026 00:00:00', '24.12.2026 23:59', '2026-12-23T21:00:00Z']
const SUM_TEXTS = ['1234,56', '1 234,56', '1.234,56', '1,234.56']

/** What is stored of dates, sums and booleans that are written in other ways than the portal writes them. */
export const WRITTEN_VALUE_CASES: Case[] = [
  ...DAYS.map((closedate): Case => ({
    name: `a deal closes on ${closedate}`,
    page: DATES,
    ...added({ closedate }),
    request: listOne(2, 5001, ['closedate']),
    ...oneItem({ closedate: '2026-12-24T03:00:00+03:00' }),
  })),
  ...['31.11.2026', '24/12/2026', '24.12.26', '2026-12-32'].map((closedate): Case => ({
    name: `${closedate} is no day for a deal to close`,
    page: 'FACTS.md: texts that are no dates',
    request: add(2, { closedate }),
    ...invalidValue('closedate'),
  })),
  {
    name: 'an old deal closes on a day in the format of the portal',
    page: DATES,
    before: [{ times: 1, request: { method: 'crm.deal.add', params: { fields: { CLOSEDATE: '24.12.2026' } } } }],
    request: listOne(2, 5001, ['closedate']),
    ...oneItem({ closedate: '2026-12-24T03:00:00+03:00' }),
  },
  {
    name: 'an order was made at a moment in the format of the portal',
    page: DATES,
    ...updated({ dateInsert: '12.05.2021 00:00:00' }),
    request: order(['dateInsert']),
    ...oneOrder({ dateInsert: '2021-05-12T00:00:00+03:00' }),
  },
  {
    name: 'an order keeps its moment when the new one is no date',
    page: 'FACTS.md: texts that are no dates',
    ...updated({ dateInsert: '31.02.2021 00:00:00' }),
    request: order(['dateInsert']),
    ...oneOrder({ dateInsert: '2026-09-02T10:00:00+03:00' }),
  },
  ...SUM_TEXTS.map((opportunity): Case => ({
    name: `a deal is worth ${opportunity}`,
    page: SUMS,
    ...added({ opportunity }),
    request: listOne(2, 5001, ['opportunity']),
    ...oneItem({ opportunity: 1234.56 }),
  })),
  ...SUM_TEXTS.map((price): Case => ({
    name: `an order costs ${price}`,
    page: SUMS,
    ...updated({ price }),
    request: order(['price']),
    ...oneOrder({ price: 1234.56 }),
  })),
  {
    name: 'an old deal is worth a sum with a comma',
    page: SUMS,
    before: [{ times: 1, request: { method: 'crm.deal.add', params: { fields: { OPPORTUNITY: '1234,56' } } } }],
    request: { method: 'crm.deal.list', params: { filter: { ID: 5001 }, select: ['ID', 'OPPORTUNITY'] } },
    body: { result: [{ ID: '5001', OPPORTUNITY: '1234.56' }], total: 1 },
  },
  {
    name: 'a filter understands a sum with a comma',
    page: SUMS,
    request: { method: 'sale.order.list', params: { filter: { '>=price': '250,5' }, select: ['id'] } },
    body: { result: { orders: [{ id: 2 }] }, total: 1 },
  },
  {
    name: 'a sum that is no number is 0',
    page: SUMS,
    ...added({ opportunity: 'much' }),
    request: listOne(2, 5001, ['opportunity']),
    ...oneItem({ opportunity: 0 }),
  },
  ...[true, 'true', 'y', 'Y'].map((isRecurring): Case => ({
    name: `a flag of an item is set by ${JSON.stringify(isRecurring)}`,
    page: FIELDS,
    ...added({ isRecurring }),
    request: listOne(2, 5001, ['isRecurring']),
    ...oneItem({ isRecurring: 'Y' }),
  })),
  ...[false, 'N', 1, '1', 'yes'].map((isRecurring): Case => ({
    name: `a flag of an item is not set by ${JSON.stringify(isRecurring)}`,
    page: FIELDS,
    ...added({ isRecurring }),
    request: listOne(2, 5001, ['isRecurring']),
    ...oneItem({ isRecurring: 'N' }),
  })),
]
