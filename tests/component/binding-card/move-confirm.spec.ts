import type { Question } from '@/binding/result'
import type { Client, ClientRef, Customer } from '@/domain/customer'
import type { OwnerStage } from '@/domain/owner'
import { describe, expect, it } from 'vitest'
import MoveConfirm from '@/features/binding-card/change-panel/MoveConfirm.vue'
import { anOrder, anOwner, anOwnerRef, anOwnerType } from '@tests/support/builders'
import { fakePortal } from '@tests/support/fake-portal'
import { findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { waitForText } from '@tests/support/tab-steps'

const OLD = { kind: 'present', owner: anOwner({ ref: anOwnerRef(1), title: 'Old deal' }) } as const
const NEW = { kind: 'present', owner: anOwner({ ref: anOwnerRef(2), title: 'New deal' }) } as const

function customerOf(type: ClientRef['type'], id: number, name?: string): Customer {
  const ref = { type, id }
  const client: Client = name === undefined ? { kind: 'hidden', ref } : { kind: 'named', ref, name }
  return { kind: 'clients', shown: [client], refs: [ref] }
}

function aQuestion(changes: Partial<Question> = {}): Question {
  return {
    step: 'move',
    before: OLD,
    after: NEW,
    order: anOrder({ sum: { amount: 320.5, currency: 'USD' } }),
    customer: customerOf('company', 1, 'Romashka'),
    documents: { payments: 2, shipments: 1 },
    detailsOfAfter: { stage: 'none', customer: customerOf('company', 1, 'Romashka') },
    ordersOfAfter: 0,
    ordersLeftBehind: 0,
    isAskedAgain: false,
    ...changes,
  }
}

function ask(changes: Partial<Question> = {}, language: 'en' | 'ru' = 'en') {
  const portal = fakePortal({ ownerTypes: { read: async () => [anOwnerType()] } })
  return mountWith(MoveConfirm, { portal, language, props: { question: aQuestion(changes) } })
}

const points = (changes: Partial<Question>, language?: 'en' | 'ru') =>
  ask(changes, language)
    .findAll('li')
    .map(({ element }) => readText(element))

describe('MoveConfirm', () => {
  it('names the old and the new owner', async () => {
    const question = ask()
    await waitForText(question, /Belongs to now.*Old deal.*Will belong to.*New deal/)
  })

  it('counts the payments and shipments that come along', () => {
    expect(points({})[0]).toBe('These come along with the order: 2 payments, 1 shipment.')
    expect(points({ documents: { payments: 0, shipments: 0 } })[0]).toBe(
      'No payments or shipments come along with the order: it has none.',
    )
  })

  it('counts them in Russian with the right forms', () => {
    expect(points({ documents: { payments: 5, shipments: 22 } }, 'ru')[0]).toContain('5 оплат, 22 отгрузки')
  })

  it('says what could not be read instead of guessing', () => {
    const unread = points({
      customer: undefined,
      documents: undefined,
      order: undefined,
      detailsOfAfter: undefined,
      ordersOfAfter: undefined,
      ordersLeftBehind: undefined,
    })
    expect(unread).toHaveLength(6)
    expect(unread.every((point) => point.includes('could not be'))).toBe(true)
  })

  it('shows both sums where they differ, and neither where they are the same', () => {
    expect(points({}).join()).toMatch(/order's sum is \$320\.50, the new owner's is \$1,450\.00/)
    expect(points({ order: anOrder({ sum: { amount: 1450, currency: 'USD' } }) }).join()).not.toContain('sum')
  })

  it('says how many orders the new owner has and the old one keeps', () => {
    const text = points({ ordersOfAfter: 3, ordersLeftBehind: 1 }).join()
    expect(text).toContain('The new owner has orders already: 3.')
    expect(text).toContain('1 order stays with the present owner. Deleting a deal deletes the orders bound to it')
  })

  it('warns that an unbound order may be shown nowhere', () => {
    expect(points({ step: 'unbind', after: null }).join()).toContain('shows an order that has no owner nowhere')
  })

  it.each([
    [
      'named',
      [customerOf('company', 1, 'Romashka'), customerOf('company', 2, 'Vasilek')],
      /another customer's: Vasilek\. .*of Romashka/,
    ],
    [
      'hidden from this person',
      [customerOf('company', 1, 'Romashka'), customerOf('company', 2)],
      /is another customer's\./,
    ],
    [
      'of one kind each',
      [customerOf('contact', 1, 'Mara'), customerOf('company', 2, 'Vasilek')],
      /could not be found out/,
    ],
    ['unread', [customerOf('contact', 1, 'Mara'), { kind: 'unread' }], /could not be found out/],
  ] as const)('warns of another customer, or says that it is not known: %s', (_, [customer, ofAfter], told) => {
    expect(points({ customer, detailsOfAfter: { stage: 'none', customer: ofAfter } })[0]).toMatch(told)
  })

  it.each([
    ['the same', customerOf('company', 1, 'Romashka')],
    ['none', { kind: 'none' }],
  ] as const)('is silent about a customer who is %s', (_, customer) => {
    expect(points({ detailsOfAfter: { stage: 'none', customer } }).join()).not.toContain('customer')
  })

  it('warns of a lost stage only', () => {
    const stageOf = (meaning: OwnerStage['meaning']) =>
      points({ detailsOfAfter: { stage: { name: 'Apology', meaning }, customer: { kind: 'none' } } })[0]
    expect(stageOf('failure')).toBe('The new owner is in a lost stage: Apology.')
    expect(stageOf('in-progress')).not.toContain('Apology')
    expect(stageOf('success')).not.toContain('Apology')
  })

  it('takes the focus, and gives up on Escape', async () => {
    const question = ask()
    expect(document.activeElement).toBe(question.element)
    await question.trigger('keydown', { key: 'Escape' })
    expect(question.emitted('cancel')).toHaveLength(1)
    expect(question.emitted('confirm')).toBeUndefined()
  })

  it('says that it asks again, and calls the button by what it does', async () => {
    const question = ask({ isAskedAgain: true, step: 'bind', before: null })
    expect(readText(question.element)).toContain('Somebody changed the owner of this order while you were deciding')
    await findByRole(question, 'button', 'Bind').trigger('click')
    expect(question.emitted('confirm')).toHaveLength(1)
  })
})
