import type { FrameContext } from '@/portal/transport'
import { describe, expect, it } from 'vitest'
import { choosePage } from '@/pages/registry'
import { mountApp } from '@tests/support/mount-app'
import { openPortal } from '@tests/support/open-portal'
import { waitForText } from '@tests/support/tab-steps'

const choiceAt = (placement: string, placementOptions: unknown) =>
  choosePage(openPortal({ context: { placement, placementOptions } }).portal.session.placement)
const owner = (typeId: number, id: number) => ({ kind: 'owner', owner: { typeId, id } })
const URI = '/crm/deal/details/8061/'

describe('choosePage', () => {
  it.each([
    ['CRM_DEAL_DETAIL_TAB', { ID: '8061', URI }, owner(2, 8061)],
    ['crm_deal_detail_tab', { ID: '8061' }, owner(2, 8061)],
    ['CRM_DEAL_DETAIL_ACTIVITY', { ID: '8061' }, owner(2, 8061)],
    ['CRM_DEAL_DETAIL_TOOLBAR', { ID: '8061' }, owner(2, 8061)],
    ['CRM_DEAL_LIST_MENU', { ID: '8061' }, owner(2, 8061)],
    ['CRM_SMART_INVOICE_DETAIL_TAB', { ID: '15' }, owner(31, 15)],
    ['CRM_SMART_INVOICE_DETAIL_TOOLBAR', { ENTITY_ID: '15' }, owner(31, 15)],
    ['CRM_DYNAMIC_1038_DETAIL_TAB', { ID: '3' }, owner(1038, 3)],
    ['CRM_DYNAMIC_1038_DETAIL_TOOLBAR', { ENTITY_ID: '3' }, owner(1038, 3)],
    ['CRM_ORDER_DETAIL_TAB', { ID: '42' }, { kind: 'order', orderId: 42 }],
    ['DEFAULT', [], { kind: 'app' }],
    ['DEFAULT', { ID: '5' }, { kind: 'app' }],
    ['CRM_ORDER_LIST_TOOLBAR', { URI: '/shop/orders/' }, { kind: 'app' }],
  ])('opens at %s with %o', (placement, options, expected) => {
    expect(choiceAt(placement, options)).toEqual(expected)
  })

  it('reads options that came as JSON text', () => {
    expect(choiceAt('CRM_DEAL_DETAIL_TAB', '{"ID":"8061"}')).toEqual(owner(2, 8061))
  })

  it.each([
    ['CRM_DEAL_DETAIL_TAB', []],
    ['CRM_DEAL_DETAIL_TAB', ''],
    ['CRM_DEAL_DETAIL_TAB', '{broken'],
    ['CRM_DEAL_DETAIL_TAB', undefined],
    ['CRM_DEAL_DETAIL_TAB', { ID: '0' }],
    ['CRM_DEAL_DETAIL_TAB', { ID: '8061; drop' }],
    ['CRM_ORDER_DETAIL_TAB', { ID: 'new' }],
    ['CRM_CONTACT_DETAIL_TAB', { ID: '5' }],
    ['CRM_DYNAMIC_x_DETAIL_TAB', { ID: '5' }],
    ['LEFT_MENU', { URI }],
  ])('knows no page for %s with %j', (placement, options) => {
    expect(choiceAt(placement, options)).toMatchObject({ kind: 'unknown', code: placement.toUpperCase() })
  })
})

describe('openPage', () => {
  it.each<[string, Partial<FrameContext>, string]>([
    ['the app page', { placement: 'DEFAULT' }, 'Belongs to'],
    [
      'the tab of an owner',
      { placement: 'CRM_DEAL_DETAIL_TAB', placementOptions: { ID: '202' } },
      'Orders in this deal',
    ],
    [
      'the tab of an order',
      { placement: 'CRM_ORDER_DETAIL_TAB', placementOptions: { ID: '3' } },
      'Owner of this order',
    ],
    [
      'a page that explains itself elsewhere',
      { placement: 'CRM_LEAD_LIST_MENU', placementOptions: { ID: '1' } },
      'Place: CRM_LEAD_LIST_MENU',
    ],
  ])('opens %s', async (_, context, text) => {
    const app = mountApp(openPortal({ context }).portal)
    await waitForText(app, text)
  })
})
