import type { Params } from '@emulator/calls/call'
import type { FieldKind, FieldKinds } from '@emulator/lists/filter'
import type { LegacyType } from '@emulator/rows/legacy-type'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSession } from '@emulator/calls/identity'
import { createPortal } from '@emulator/create-portal'
import { changeClock } from '@emulator/portal/clock'
import { toPortalDate } from '@emulator/portal/time'
import { answerRest } from '@emulator/rest/answer-rest'
import { LEGACY_COMPANY, LEGACY_CONTACT } from '@emulator/rows/client-rows'
import { LEGACY_DEAL } from '@emulator/rows/deal-rows'
import { COMPANY_FIELDS, CONTACT_FIELDS, DEAL_FIELDS, DYNAMIC_FIELDS, INVOICE_FIELDS } from '@emulator/rows/item-fields'
import { toKinds } from '@emulator/rows/item-types'
import { LEAD_FIELDS } from '@emulator/rows/lead-fields'
import { LEGACY_LEAD } from '@emulator/rows/lead-rows'
import { ORDER_KINDS } from '@emulator/rows/order-fields'

const portal = createPortal({
  settings: { operatingLimit: false, rateLimit: false, prefixedItemKeys: 'any-case' },
})
// A person's last login is the moment of the request.
changeClock(portal, { now: Date.UTC(2026, 10, 2, 12), hold: true })
const { accessToken: token } = openSession(portal, 1)

/** The whole answer but for its time. */
async function ask(method: string, params: Params): Promise<Params> {
  const answer = await answerRest(portal, { method, params, credentials: { kind: 'token', token } })
  if (answer.kind !== 'answer') throw new Error(answer.kind)
  const { time, ...rest } = JSON.parse(answer.body)
  return time ? rest : { ...rest, time }
}

const toCapitals = (name: string) => name.replace(/[A-Z]|\d+/g, (part) => `_${part}`).toUpperCase()

interface List {
  method: string
  params: Params
  kinds: FieldKinds
  /** How the list calls a field. */
  toName: (field: string) => string
}

const same = (field: string) => field
const items = (entityTypeId: number, fields: Parameters<typeof toKinds>[0]): List => ({
  method: 'crm.item.list',
  params: { entityTypeId },
  kinds: toKinds(fields),
  toName: same,
})
const ITEM_LISTS = [
  items(2, DEAL_FIELDS),
  items(3, CONTACT_FIELDS),
  items(4, COMPANY_FIELDS),
  items(31, INVOICE_FIELDS),
  items(1, LEAD_FIELDS),
  items(1038, DYNAMIC_FIELDS),
]
function legacy(method: string, { names, table }: LegacyType): List {
  const kinds = Object.entries(names).map(([field, name]): [string, FieldKind] => [
    field,
    table[name ?? '']?.kind ?? 'string',
  ])
  return { method, params: {}, kinds: Object.fromEntries(kinds), toName: same }
}
const LISTS: List[] = [
  ...ITEM_LISTS,
  legacy('crm.deal.list', LEGACY_DEAL),
  legacy('crm.contact.list', LEGACY_CONTACT),
  legacy('crm.company.list', LEGACY_COMPANY),
  legacy('crm.lead.list', LEGACY_LEAD),
  { method: 'sale.order.list', params: {}, kinds: ORDER_KINDS, toName: same },
  { method: 'crm.ordercontactcompany.list', params: {}, kinds: { isPrimary: 'flag' }, toName: same },
  { method: 'user.get', params: {}, kinds: { ACTIVE: 'flag', IS_ONLINE: 'flag' }, toName: same },
]
portal.app.scopes = [...portal.app.scopes, 'user']

function fieldsOf(list: List, ...kinds: FieldKind[]): string[] {
  return Object.entries(list.kinds)
    .filter(([, kind]) => kinds.includes(kind))
    .map(([field]) => list.toName(field))
}

/** A date of the sample's months, in seconds. */
const moment = fc.integer({
  min: Date.parse('2026-01-01T00:00:00Z') / 1000,
  max: Date.parse('2026-12-31T00:00:00Z') / 1000,
})

/** The same moment as portals, sites and programs write it. */
function spellMoment(seconds: number): string[] {
  const written = toPortalDate(seconds * 1000)
  const [year, month, day] = written.slice(0, 10).split('-')
  const time = written.slice(11, 19)
  const inGreenwich = new Date(seconds * 1000).toISOString()
  return [
    written,
    `${day}.${month}.${year} ${time}`,
    `${year}-${month}-${day} ${time}`,
    `${year}-${month}-${day}T${time}`,
    inGreenwich,
    inGreenwich.replace('.000Z', '+0000'),
  ]
}

async function expectOneAnswer(list: List, spellings: readonly Params[]): Promise<void> {
  const [first, ...others] = await Promise.all(
    spellings.map((params) => ask(list.method, { ...list.params, ...params })),
  )
  expect(first).toHaveProperty('result')
  for (const other of others) expect(other).toEqual(first)
}

describe.each(LISTS)('the answer of $method $params', (list) => {
  const prefix = fc.constantFrom('', '=', '!=', '!', '@', '%')

  it('is the same for every spelling of a boolean', async () => {
    const field = fc.constantFrom(...fieldsOf(list, 'flag'))
    const spellings = fc.constantFrom(
      ['Y', 'y', true, 1, '1', 'true', 'TRUE'],
      ['N', 'n', false, 0, '0', 'false', 'False'],
    )
    const isOne = (name: string, operator: string, values: readonly unknown[]) =>
      expectOneAnswer(
        list,
        values.map((value) => ({ filter: { [operator + name]: operator === '@' ? [value] : value } })),
      )
    await fc.assert(fc.asyncProperty(field, prefix, spellings, isOne), { numRuns: 40 })
  })

  it('has the rows that show the boolean', async () => {
    for (const field of fieldsOf(list, 'flag')) {
      for (const value of [true, false]) {
        const { result } = await ask(list.method, { ...list.params, filter: { [field]: value } })
        const rows: unknown[] = Array.isArray(result) ? result : Object.values(Object(result)).flat()
        const shown = new Set(rows.map((row) => Object(row)[field]))
        expect([...shown].filter((one) => one !== value && one !== (value ? 'Y' : 'N'))).toEqual([])
      }
    }
  })

  it.runIf(fieldsOf(list, 'date', 'day').length > 0)('is the same for every spelling of a date', async () => {
    const field = fc.constantFrom(...fieldsOf(list, 'date', 'day'))
    const comparison = fc.constantFrom('<', '<=', '>', '>=', '=', '!=')
    const isOne = (name: string, operator: string, seconds: number) =>
      expectOneAnswer(
        list,
        spellMoment(seconds).map((value) => ({ filter: { [operator + name]: value } })),
      )
    await fc.assert(fc.asyncProperty(field, comparison, moment, isOne), { numRuns: 40 })
  })
})

describe.each(ITEM_LISTS)('the answer of $method $params', (list) => {
  it('is the same for every case of a key', async () => {
    const isDate = (name: string) => list.kinds[name] === 'day' || list.kinds[name] === 'date'
    const question = fc.record({
      name: fc.constantFrom(...Object.keys(list.kinds).filter((name) => !isDate(name))),
      operator: fc.constantFrom('', '=', '!', '>', '%'),
      direction: fc.constantFrom('asc', 'DESC'),
      value: fc.constantFrom(1, '0', ''),
    })
    const isOne = ({
      name,
      operator,
      direction,
      value,
    }: Record<'name' | 'operator' | 'direction', string> & { value: unknown }) =>
      expectOneAnswer(
        list,
        [name, toCapitals(name)].map((key) => ({
          filter: { [operator + key]: value },
          order: { [key]: direction },
          select: ['id', key],
        })),
      )
    await fc.assert(fc.asyncProperty(question, isOne), { numRuns: 60 })
  })
})
