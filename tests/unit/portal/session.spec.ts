import type { FrameContext } from '@/portal/transport'
import { describe, expect, it } from 'vitest'
import { toSession } from '@/portal/session'

const context = (changes: Partial<FrameContext> = {}): FrameContext => ({
  placement: 'DEFAULT',
  placementOptions: [],
  language: 'en',
  isAdmin: false,
  userOptions: [],
  portalOrigin: 'https://portal.example',
  ...changes,
})

const placementOf = (placement: string, placementOptions: unknown) =>
  toSession(context({ placement, placementOptions })).placement
const owner = (typeId: number, id: number) => ({ kind: 'owner', owner: { typeId, id } })
const URI = '/crm/deal/details/8061/'

describe('toSession', () => {
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
  ])('opens at %s with %o', (placement, options, expected) => {
    expect(placementOf(placement, options)).toEqual(expected)
  })

  it('reads options that came as JSON text', () => {
    expect(placementOf('CRM_DEAL_DETAIL_TAB', '{"ID":"8061"}')).toEqual(owner(2, 8061))
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
    expect(placementOf(placement, options)).toMatchObject({ kind: 'unknown', code: placement.toUpperCase() })
  })

  it('keeps the language and the administrator flag', () => {
    expect(toSession(context({ language: 'br', isAdmin: true }))).toMatchObject({ language: 'br', isAdmin: true })
  })

  it.each([
    ['the app page', context(), false],
    ['a tab', context({ placement: 'CRM_DEAL_DETAIL_TAB', placementOptions: { ID: '5', URI } }), false],
    ['the app page in a slider', context({ placementOptions: { IFRAME: 'Y', IFRAME_TYPE: 'SIDE_SLIDER' } }), true],
    ['a row menu', context({ placement: 'CRM_DEAL_LIST_MENU', placementOptions: { ID: '5' } }), true],
  ])('tells whether %s stands in a slider', (_, opened, isSlider) => {
    expect(toSession(opened).isSlider).toBe(isSlider)
  })
})
