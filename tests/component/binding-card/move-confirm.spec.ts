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
    stageOfBefore: { name: 'New', meaning: 'in-progress' },
    ordersOfBefore: 1,
    ordersOfAfter: 0,
    isAskedAgain: false,
    ...changes,
  }
}

function ask(changes: Partial<Question> = {}, language: 'en' | 'ru' = 'en') {
  const portal = fakePortal({ ownerTypes: { read: async () => [anOwnerType()] } })
  return mountWith(MoveConfirm, { portal, language, props: { question: aQuestion(changes), order: '1042' } })
}

const sentence = (changes: Partial<Question>, language?: 'en' | 'ru') =>
  readText(ask(changes, language).get('h3').element)

/** The two places, as they are read from the start to the end. */
const places = (changes: Partial<Question>) =>
  ask(changes)
    .findAll('h3 + div > div')
    .map(({ element }) => readText(element))

const points = (changes: Partial<Question>, language?: 'en' | 'ru') =>
  ask(changes, language)
    .findAll('li')
    .map(({ element }) => readText(element))

describe('MoveConfirm', () => {
  it.each([
    ['a move', {}, 'Move order 1042 to New deal?'],
    ['an unbind', { step: 'unbind', after: null }, 'Detach order 1042 from Old deal?'],
    [
      'a move after somebody moved it',
      { isAskedAgain: true },
      'Somebody moved order 1042 to Old deal. Move it to New deal all the same?',
    ],
    [
      'an unbind after somebody moved it',
      { step: 'unbind', after: null, isAskedAgain: true },
      'Somebody moved order 1042 to Old deal. Detach it all the same?',
    ],
    [
      'a move after somebody unbound it',
      { step: 'bind', before: null, isAskedAgain: true },
      'Somebody detached order 1042 meanwhile. Bind it to New deal all the same?',
    ],
    [
      'an owner without a title',
      { after: { kind: 'present', owner: anOwner({ ref: anOwnerRef(2), title: '' }) } },
      'Move order 1042 to Deal 2?',
    ],
    [
      'an owner that is gone',
      { step: 'unbind', before: { kind: 'gone', ref: anOwnerRef(1) }, after: null },
      'Detach order 1042 from Deal 1?',
    ],
  ] satisfies [string, Partial<Question>, string][])('asks in one sentence: %s', async (_, changes, asked) => {
    const question = ask(changes)
    await waitForText(question, asked)
    const group = question.element
    expect(group.getAttribute('aria-labelledby')).toBe(question.get('h3').element.id)
    expect(readText(question.get('h3').element)).toBe(asked)
  })

  it('asks in Russian', () => {
    expect(sentence({}, 'ru')).toBe('Перенести заказ 1042 в «New deal»?')
  })

  it('compares the two places: stage, sum, and orders before and after', async () => {
    const [before, after] = places({ ordersOfBefore: 3, ordersOfAfter: 2 })
    expect(before).toMatch(
      /^From ?Old deal.*New \(in progress\).*Sum of the deal ?\$1,450\.00.*Orders in it ?3, then 2/,
    )
    expect(after).toMatch(/^To ?New deal.*Sum of the deal ?\$1,450\.00.*Orders in it ?2, then 3/)
  })

  it('leaves out what the type of an owner does not have', () => {
    const plain = { kind: 'present', owner: anOwner({ ref: anOwnerRef(2), sum: undefined, stage: undefined }) } as const
    expect(places({ after: plain })[1]).not.toMatch(/Sum|stage|read/i)
  })

  it('says of each part of a place that it could not be read', () => {
    const unreadable = [{ field: 'opportunity', found: 'text' }] as const
    const odd = { kind: 'present', owner: anOwner({ ref: anOwnerRef(2), sum: undefined, unreadable }) } as const
    const [, after] = places({ after: odd, detailsOfAfter: undefined, ordersOfAfter: undefined })
    expect(after).toMatch(
      /Stage could not be read.*Sum of the deal ?could not be read.*Orders in it ?could not be read/,
    )
  })

  it('shows an empty place where the order goes nowhere, or came from nowhere', () => {
    expect(places({ step: 'unbind', after: null })[1]).toBe('ToNo deal')
    expect(places({ step: 'bind', before: null, isAskedAgain: true })[0]).toBe('From · changed meanwhileNo deal')
  })

  it('counts the payments and shipments that come along', () => {
    expect(points({})).toContain('These come along: 2 payments, 1 shipment.')
    expect(points({ documents: { payments: 0, shipments: 1 } })).toContain('These come along: 1 shipment.')
    expect(points({ documents: { payments: 0, shipments: 0 } })).toContain(
      'The order has no payments and no shipments.',
    )
    expect(points({ step: 'unbind', after: null })).toContain('These stay with the order: 2 payments, 1 shipment.')
  })

  it('counts them in Russian with the right forms', () => {
    expect(points({ documents: { payments: 5, shipments: 22 } }, 'ru').join()).toContain('5 оплат, 22 отгрузки')
  })

  it('says what could not be read instead of guessing', () => {
    const unread = points({ customer: undefined, documents: undefined, order: undefined, ordersOfBefore: undefined })
    expect(unread).toHaveLength(4)
    expect(unread.every((point) => /could not be/.test(point))).toBe(true)
  })

  it('warns of sums that differ, and is silent where they are the same', () => {
    expect(points({}).join()).toContain('The sums differ: order $320.50, deal $1,450.00.')
    expect(points({ order: anOrder({ sum: { amount: 1450, currency: 'USD' } }) }).join()).not.toContain('sum')
  })

  it('says how many orders the old deal keeps', () => {
    expect(points({ ordersOfBefore: 2 }).join()).toContain('1 order stays where it is. Deleting a deal deletes')
    expect(points({ ordersOfBefore: 1 }).join()).not.toContain('Deleting')
  })

  it('warns that an unbound order may be hard to find', () => {
    expect(points({ step: 'unbind', after: null })[0]).toContain('you will find this order only here')
  })

  it('colours the risks only, and puts them first', () => {
    const colours = (changes: Partial<Question>) =>
      ask(changes)
        .findAll('li')
        .map(({ element }) => /text-(quiet|warning|danger)/.exec(element.className)?.[1])
    expect(colours({})).toEqual(['warning', 'quiet'])
    expect(colours({ step: 'unbind', after: null })).toEqual(['danger', 'quiet'])
    expect(colours({ isAskedAgain: true })).toEqual(['warning', 'warning', 'quiet', 'quiet'])
  })

  it.each([
    [
      'named',
      [customerOf('company', 1, 'Romashka'), customerOf('company', 2, 'Vasilek')],
      'Another customer: Vasilek. The order is from Romashka.',
    ],
    [
      'hidden from this person',
      [customerOf('company', 1, 'Romashka'), customerOf('company', 2)],
      'The order is from another customer.',
    ],
    [
      'of one kind each',
      [customerOf('contact', 1, 'Mara'), customerOf('company', 2, 'Vasilek')],
      'Whether the customer is the same could not be found out.',
    ],
    [
      'unread',
      [customerOf('contact', 1, 'Mara'), { kind: 'unread' }],
      'Whether the customer is the same could not be found out.',
    ],
  ] as const)('warns of another customer, or says that it is not known: %s', (_, [customer, ofAfter], told) => {
    expect(points({ customer, detailsOfAfter: { stage: 'none', customer: ofAfter } })[0]).toBe(told)
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
    expect(stageOf('failure')).toBe('“Apology” is a lost stage.')
    expect(stageOf('in-progress')).not.toContain('Apology')
    expect(stageOf('success')).not.toContain('Apology')
  })

  it('puts the focus on Cancel, with the verb right after it, and gives up on Escape', async () => {
    const question = ask()
    const [cancel, verb] = question.findAll('button').map(({ element }) => element)
    expect(document.activeElement).toBe(cancel)
    expect([cancel, verb].map(readText)).toEqual(['Cancel', 'Move'])
    await question.trigger('keydown', { key: 'Escape' })
    await findByRole(question, 'button', 'Cancel').trigger('click')
    expect(question.emitted('cancel')).toHaveLength(2)
    expect(question.emitted('confirm')).toBeUndefined()
  })

  it('puts the focus on Cancel again when it asks again', async () => {
    const question = ask()
    ;(findByRole(question, 'button', 'Move').element as HTMLElement).focus()
    await question.setProps({ question: aQuestion({ isAskedAgain: true }) })
    expect(document.activeElement).toBe(findByRole(question, 'button', 'Cancel').element)
  })

  it.each([
    ['Detach', { step: 'unbind', after: null }],
    ['Move all the same', { isAskedAgain: true }],
    ['Bind all the same', { step: 'bind', before: null, isAskedAgain: true }],
    ['Detach all the same', { step: 'unbind', after: null, isAskedAgain: true }],
  ] satisfies [string, Partial<Question>][])('calls the button by what it does: %s', async (verb, changes) => {
    const question = ask(changes)
    await findByRole(question, 'button', verb).trigger('click')
    expect(question.emitted('confirm')).toHaveLength(1)
  })
})
