import type { OrdersMode } from '@/domain/settings'
import { describe, expect, it } from 'vitest'
import { ownerTypeId } from '@/domain/id'
import { sensibleCodes, sortOffer } from '@/domain/placement-offer'
import { openPortal } from '@tests/support/open-portal'

const SUFFIXES = ['DETAIL_ACTIVITY', 'LIST_MENU', 'DETAIL_TOOLBAR', 'DETAIL_TAB']
const TYPES = { DEAL: 2, SMART_INVOICE: 31, DYNAMIC_1038: 1038, LEAD: undefined, ORDER: undefined } as const
type Subject = keyof typeof TYPES

/** As portals offer them: orders have a button above their list, and neither a menu of rows nor one of the card. */
const ORDER_SUFFIXES = ['LIST_TOOLBAR', 'DETAIL_TAB', 'DETAIL_ACTIVITY']

const codesOf = (subject: Subject, suffixes = subject === 'ORDER' ? ORDER_SUFFIXES : [...SUFFIXES, 'LIST_TOOLBAR']) =>
  suffixes.map((suffix) => {
    const id = TYPES[subject]
    return { code: `CRM_${subject}_${suffix}`, ...(id && { ownerTypeId: ownerTypeId(id) }) }
  })
const type = (subject: Subject) => ({
  id: ownerTypeId(TYPES[subject] ?? 1),
  name: `Name of ${subject}`,
  code: subject,
  attribute: '',
})

function offer(subjects: Subject[], listed: Subject[], mode: OrdersMode = 'deals-only') {
  return sortOffer(
    subjects.flatMap((subject) => codesOf(subject)),
    listed.map(type),
    mode,
  )
}

describe('what is on from the start', () => {
  it.each<[string, Subject[], Subject[], OrdersMode, string[]]>([
    ['deals', ['DEAL'], ['DEAL'], 'deals-only', ['CRM_DEAL_DETAIL_TAB', 'CRM_DEAL_LIST_MENU']],
    ['invoices that are not listed', ['SMART_INVOICE'], ['DEAL'], 'deals-only', []],
    [
      'invoices that are listed',
      ['SMART_INVOICE'],
      ['DEAL', 'SMART_INVOICE'],
      'deals-only',
      ['CRM_SMART_INVOICE_DETAIL_TAB', 'CRM_SMART_INVOICE_LIST_MENU'],
    ],
    ['a dynamic type that is not listed', ['DYNAMIC_1038'], ['DEAL'], 'with-orders', []],
    [
      'a dynamic type that is listed',
      ['DYNAMIC_1038'],
      ['DYNAMIC_1038'],
      'with-orders',
      ['CRM_DYNAMIC_1038_DETAIL_TAB', 'CRM_DYNAMIC_1038_LIST_MENU'],
    ],
    ['orders, where nobody sees them', ['ORDER'], ['DEAL'], 'deals-only', []],
    [
      'orders, where people work with them',
      ['ORDER'],
      ['DEAL'],
      'with-orders',
      ['CRM_ORDER_DETAIL_TAB', 'CRM_ORDER_LIST_TOOLBAR'],
    ],
    ['what has no page', ['LEAD'], ['LEAD'], 'with-orders', []],
    ['nothing', [], ['DEAL'], 'with-orders', []],
  ])('%s', (...[, subjects, listed, mode, codes]) => {
    expect(sensibleCodes(offer(subjects, listed, mode))).toEqual(codes)
  })
})

describe('sortOffer', () => {
  it('shows listed types first, then orders, then types that are not listed, with the reason', () => {
    const { groups } = offer(['SMART_INVOICE', 'ORDER', 'DYNAMIC_1038', 'DEAL'], ['DEAL', 'DYNAMIC_1038'])
    expect(groups.map(({ subject, type, off }) => [subject, type?.name, off])).toEqual([
      ['DYNAMIC_1038', 'Name of DYNAMIC_1038', undefined],
      ['DEAL', 'Name of DEAL', undefined],
      ['ORDER', undefined, 'no-order-cards'],
      ['SMART_INVOICE', undefined, 'not-listed'],
    ])
  })

  it('shows the places of a type in one order, whatever the order of the portal', () => {
    const [deal] = offer(['DEAL'], ['DEAL']).groups
    expect(deal?.places.map(({ spot }) => spot)).toEqual([
      'DETAIL_TAB',
      'LIST_MENU',
      'DETAIL_TOOLBAR',
      'DETAIL_ACTIVITY',
    ])
  })

  it('offers the button above the list of orders, and of no other list', () => {
    const { groups, unknown } = offer(['DEAL', 'ORDER'], ['DEAL'], 'with-orders')
    expect(groups.map(({ places }) => places.some(({ spot }) => spot === 'LIST_TOOLBAR'))).toEqual([false, true])
    expect(unknown).toEqual(['CRM_DEAL_LIST_TOOLBAR'])
  })

  it('hides no code: each of a portal is either to be chosen or told as unknown', async () => {
    const { portal } = openPortal({ settings: { ownerTypes: 'deal+invoice+dynamic', mode: 'with-orders' } })
    const available = await portal.placements.readAvailable()
    const { groups, unknown } = sortOffer(available, await portal.ownerTypes.read(), 'with-orders')
    const offered = groups.flatMap(({ places }) => places.map(({ code }) => code))
    expect([...offered, ...unknown].toSorted()).toEqual(available.map(({ code }) => code).toSorted())
    expect(unknown).toContain('CRM_LEAD_DETAIL_TAB')
    expect(unknown).toContain('LEFT_MENU')
  })
})
