import type { Params } from '@emulator/calls/call'
import type { PortalMode } from '@emulator/portal/portal-settings'
import type { LocalPortal } from '@emulator/portal/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSession } from '@emulator/calls/identity'
import { createPortal } from '@emulator/create-portal'
import { answerRest } from '@emulator/rest/answer-rest'
import { shrinkPortal } from '@tests/contract/small-portal'
import { watchPortal } from '@tests/support/portal-snapshot'
import { WRITING_METHODS } from '@tests/support/writing-methods'

async function ask(portal: LocalPortal, userId: number, call: { method: string; params: Params }): Promise<object> {
  const { accessToken: token } = portal.tokens.find((known) => known.userId === userId) ?? openSession(portal, userId)
  const answer = await answerRest(portal, { ...call, credentials: { kind: 'token', token } })
  if (answer.kind !== 'answer') throw new Error(answer.kind)
  return JSON.parse(answer.body)
}

/** A small portal where everybody has a session and the app keeps one item. */
async function openSmallPortal(): Promise<LocalPortal> {
  const portal = createPortal({ settings: { operatingLimit: false, rateLimit: false } })
  shrinkPortal(portal)
  portal.app.scopes = ['crm', 'sale', 'entity', 'placement', 'user']
  for (const { id } of portal.users) openSession(portal, id)
  const ENTITY = 'changes'
  await ask(portal, 1, { method: 'entity.add', params: { ENTITY, NAME: 'Changes', ACCESS: { AU: 'R' } } })
  await ask(portal, 1, { method: 'entity.add', params: { ENTITY: 'other', NAME: 'Other' } })
  for (const PROPERTY of ['ORDER', 'OWNER'])
    await ask(portal, 1, { method: 'entity.item.property.add', params: { ENTITY, PROPERTY } })
  await ask(portal, 1, { method: 'entity.item.add', params: { ENTITY, NAME: 'x' } })
  return portal
}

const anything = fc.constantFrom<unknown>(
  '',
  'x',
  0,
  -1,
  null,
  true,
  [],
  ['x'],
  { a: 'b' },
  '31.02.2026',
  'XYZ',
  'ORDER',
  'OWNER',
)
/** Mostly what is meant, sometimes something else. */
const mostly = (...meant: unknown[]) =>
  fc.oneof({ arbitrary: fc.constantFrom(...meant), weight: 4 }, { arbitrary: anything, weight: 1 })

const fields = fc.record<Params>(
  {
    title: mostly('Chairs'),
    opportunity: mostly('1234,56', 7),
    currencyId: mostly('RUB', 'USD'),
    categoryId: mostly(0, 9, 77),
    stageId: mostly('NEW', 'C9:NEW', 'C77:NEW'),
    closedate: mostly('24.12.2026', '31.02.2026'),
    contactIds: mostly([1], 1),
    fm: mostly([{ typeId: 'PHONE', value: '1' }]),
    lid: mostly('s1'),
    personTypeId: mostly(3),
    currency: mostly('RUB', 'XYZ'),
    price: mostly('1234,56'),
    dateInsert: mostly('12.05.2021 00:00:00'),
    orderId: mostly(1, 2, 3, 77),
    ownerId: mostly(201, 41),
    ownerTypeId: mostly(2, 31),
    ownerType: mostly('D', 'SI'),
    productId: mostly(301, 999),
    TITLE: mostly('Chairs'),
    CURRENCY_ID: mostly('RUB', 'XYZ'),
    CATEGORY_ID: mostly(0, 9, 77),
    STAGE_ID: mostly('NEW', 'C9:NEW'),
    CLOSEDATE: mostly('24.12.2026'),
  },
  { requiredKeys: [] },
)

const params = fc.record<Params>(
  {
    fields: fc.oneof({ arbitrary: fields, weight: 6 }, { arbitrary: anything, weight: 1 }),
    id: mostly(1, 2, 3, 201, 202, 203, 41, 5003),
    entityTypeId: mostly(2, 3, 4, 31, 1038, 1, 14),
    ENTITY: mostly('changes'),
    ENTITY_NEW: mostly('other', 'newer', 'x'.repeat(60)),
    NAME: mostly('A name'),
    ACCESS: mostly({ AU: 'W' }),
    PROPERTY: mostly('ORDER', 'NOTE'),
    PROPERTY_NEW: mostly('OWNER', 'NOTE'),
    TYPE: mostly('S', 'F', 'L'),
    DATE_ACTIVE_FROM: mostly('24.12.2026', '31.02.2026'),
    PROPERTY_VALUES: mostly({ ORDER: '1' }),
    PLACEMENT: mostly('CRM_DEAL_DETAIL_TAB', 'PAGE_BACKGROUND_WORKER'),
    HANDLER: mostly('https://app.example.com/', 'ftp://app.example.com/'),
    USER_ID: mostly(0, 2),
    options: mostly({ key: 'value' }),
    ownerId: mostly(201, 202, 41, 77),
    ownerType: mostly('D', 'SI', 'C', 'X'),
    productRows: mostly([{ productId: 301 }, { productId: 999 }], [{ productId: 301, price: 5 }]),
    rows: mostly([{ PRODUCT_ID: 301 }, { DISCOUNT_TYPE_ID: 1 }], [{ PRODUCT_ID: 301, PRICE: 5 }]),
  },
  { requiredKeys: ['fields', 'ENTITY', 'PROPERTY'] },
)

describe('a refusal, whatever a call was, changes nothing', () => {
  it.each(WRITING_METHODS)('of %s', async (method) => {
    const open = async () => {
      const portal = await openSmallPortal()
      return { portal, look: watchPortal(portal) }
    }
    let { portal, look } = await open()
    const users = fc.constantFrom(...portal.users.map(({ id }) => id))
    const modes = fc.constantFrom<PortalMode>('deals-only', 'with-orders')
    let refused = 0
    const expectAllOrNothing = async (userId: number, mode: PortalMode, sent: Params) => {
      portal.settings.mode = mode
      const before = look()
      if ('error' in (await ask(portal, userId, { method, params: sent }))) {
        refused++
        expect(look()).toEqual(before)
      } else {
        ;({ portal, look } = await open())
      }
    }
    await fc.assert(fc.asyncProperty(users, modes, params, expectAllOrNothing), { numRuns: 60 })
    expect(refused).toBeGreaterThan(0)
  })
})
