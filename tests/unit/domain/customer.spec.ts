import type { ClientRef, Customer } from '@/domain/customer'
import { describe, expect, it } from 'vitest'
import { compareCustomers } from '@/domain/customer'

const company = (id: number): ClientRef => ({ type: 'company', id })
const contact = (id: number): ClientRef => ({ type: 'contact', id })

function customerOf(first: ClientRef, ...others: ClientRef[]): Customer {
  return { kind: 'clients', shown: [{ kind: 'named', ref: first, name: 'Romashka' }], refs: [first, ...others] }
}

describe('compareCustomers', () => {
  it.each<[name: string, customers: [Customer, Customer], answer: ReturnType<typeof compareCustomers>]>([
    ['one company', [customerOf(company(1)), customerOf(company(1))], 'same'],
    ['one contact of two companies', [customerOf(company(1), contact(5)), customerOf(company(2), contact(5))], 'same'],
    ['a second contact of the order', [customerOf(contact(4), contact(5)), customerOf(contact(5))], 'same'],
    ['two companies', [customerOf(company(1)), customerOf(company(2))], 'different'],
    ['two contacts', [customerOf(contact(1)), customerOf(contact(2))], 'different'],
    ['a company and a contact with its id', [customerOf(company(1)), customerOf(contact(1))], 'unknown'],
    ['one that could not be read', [{ kind: 'unread' }, customerOf(company(1))], 'unknown'],
    ['one that could not be read and none', [{ kind: 'none' }, { kind: 'unread' }], 'unknown'],
    ['none', [customerOf(company(1)), { kind: 'none' }], 'none'],
    ['only a name in the checkout form', [{ kind: 'buyer', name: 'Mara' }, customerOf(contact(1))], 'none'],
  ])('of %s: %s', (_, [one, other], answer) => {
    expect(compareCustomers(one, other)).toBe(answer)
  })
})
