import type { FrameContext } from '@/portal/transport'
import { describe, expect, it } from 'vitest'
import { toSession } from '@/portal/session'

const context = (changes: Partial<FrameContext> = {}): FrameContext => ({
  placement: 'DEFAULT',
  placementOptions: [],
  language: 'en',
  isAdmin: false,
  isInstalling: false,
  appAddress: 'https://app.example/index.html',
  userOptions: [],
  appOptions: [],
  portalOrigin: 'https://portal.example',
  ...changes,
})

const placementOf = (placement: string, placementOptions: unknown) =>
  toSession(context({ placement, placementOptions })).placement
const URI = '/crm/deal/details/8061/'

describe('toSession', () => {
  it.each([
    ['CRM_DEAL_DETAIL_TAB', { ID: '8061', URI }, { ownerTypeId: 2, objectId: 8061 }],
    ['crm_deal_detail_tab', { ID: '8061' }, { ownerTypeId: 2, objectId: 8061 }],
    ['CRM_SMART_INVOICE_DETAIL_TOOLBAR', { ENTITY_ID: '15' }, { ownerTypeId: 31, objectId: 15 }],
    ['CRM_DYNAMIC_1038_DETAIL_TAB', { ID: '3' }, { ownerTypeId: 1038, objectId: 3 }],
    ['CRM_ORDER_DETAIL_TAB', { ID: '42' }, { objectId: 42 }],
    ['CRM_DYNAMIC_x_DETAIL_TAB', { ID: '5' }, { objectId: 5 }],
    ['CRM_DEAL_DETAIL_TAB', { ID: '0' }, { ownerTypeId: 2 }],
    ['CRM_DEAL_DETAIL_TAB', { ID: '8061; drop' }, { ownerTypeId: 2 }],
    ['CRM_CONSTRUCTOR_DETAIL_TAB', { ID: '5' }, { objectId: 5 }],
    ['CRM___PROTO___DETAIL_TAB', { ID: '5' }, { objectId: 5 }],
    ['CRM_DYNAMIC_9007199254740993_DETAIL_TAB', { ID: '5' }, { objectId: 5 }],
    ['CRM_DEAL_DETAIL_TAB', { ID: '9007199254740993' }, { ownerTypeId: 2 }],
    ['DEFAULT', [], {}],
    ['LEFT_MENU', { URI }, {}],
  ])('reads the type and the object of %s with %j', (placement, options, expected) => {
    expect(placementOf(placement, options)).toEqual({ code: placement.toUpperCase(), ...expected })
  })

  it('keeps the language and the administrator flag', () => {
    expect(toSession(context({ language: 'br', isAdmin: true }))).toMatchObject({ language: 'br', isAdmin: true })
  })

  it.each([
    ['the app page', context(), false],
    ['a tab', context({ placement: 'CRM_DEAL_DETAIL_TAB', placementOptions: { ID: '5', URI } }), false],
    ['the app page in a slider', context({ placementOptions: { IFRAME: 'Y', IFRAME_TYPE: 'SIDE_SLIDER' } }), true],
    ['a row menu', context({ placement: 'CRM_DEAL_LIST_MENU', placementOptions: { ID: '5' } }), true],
    ['the button above the list of orders', context({ placement: 'CRM_ORDER_LIST_TOOLBAR' }), true],
  ])('tells whether %s stands in a slider', (_, opened, isSlider) => {
    expect(toSession(opened).isSlider).toBe(isSlider)
  })
})
