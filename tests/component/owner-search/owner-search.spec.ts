import type { Owner, OwnerRef } from '@/domain/owner'
import type { Page } from '@/domain/page'
import type { OwnerSuggestions } from '@/domain/suggested-owners'
import type { OwnerQuery } from '@/portal/portal'
import type { PortalOverrides } from '@tests/support/fake-portal'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { orderId, ownerTypeId } from '@/domain/id'
import { ownerKey } from '@/domain/owner'
import OwnerSearch from '@/features/owner-search/OwnerSearch.vue'
import { toCursor } from '@/portal/decode'
import { aFailure, anOwner, anOwnerRef, anOwnerType, someDetails } from '@tests/support/builders'
import { eventually } from '@tests/support/eventually'
import { fakePortal } from '@tests/support/fake-portal'
import { findAllByRole, findByLabel, findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { openPortal } from '@tests/support/open-portal'

const LAMPS = anOwner({ ref: anOwnerRef(31), title: 'Desk lamps' })
const CHAIRS = anOwner({ ref: anOwnerRef(32), title: 'Chairs' })
const SHELVES = anOwner({ ref: anOwnerRef(33), title: 'Shelves' })

const ORDER = { id: orderId(3), name: '1003' }

const SECOND_PAGE = toCursor(50)

type FindOwners = (query: OwnerQuery) => Promise<Page<Owner>>

async function openSearch(find: FindOwners, more: { current?: OwnerRef; overrides?: PortalOverrides } = {}) {
  const portal = fakePortal({ ownerTypes: { read: async () => [anOwnerType()] }, owners: { find }, ...more.overrides })
  const props = { order: ORDER, typeId: ownerTypeId(2), current: more.current ?? null }
  const search = mountWith(OwnerSearch, { portal, props })
  // Suggestions are asked for after the first paint.
  await vi.advanceTimersByTimeAsync(50)
  return search
}

type OpenedOwnerSearch = Awaited<ReturnType<typeof openSearch>>

const readOptions = (search: OpenedOwnerSearch) =>
  findAllByRole(search, 'choice').map(({ element }) => readText(element))
const boxOf = (search: OpenedOwnerSearch) => findByLabel(search, 'Search by title, ID or customer')
const readStatus = (search: OpenedOwnerSearch) => readText(findAllByRole(search, 'status')[0]?.element)

async function type(search: OpenedOwnerSearch, text: string, pause = 300) {
  await boxOf(search).setValue(text)
  await vi.advanceTimersByTimeAsync(pause)
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('OwnerSearch', () => {
  it('shows the newest owners with stage, sum, customer and id while the box is empty', async () => {
    const search = await openSearch(async () => ({ rows: [LAMPS] }))
    const [row] = readOptions(search)
    for (const fact of ['Desk lamps', '$1,450.00', 'ID 31', 'Preparation', 'Mara Lindqvist'])
      expect(row).toContain(fact)
    expect(search.text()).toContain('Newest')
    expect(readStatus(search)).toBe('1 found')
  })

  it('says in words whether a stage is won or lost', async () => {
    const won = someDetails({ stage: { name: 'Deal won', meaning: 'success' } })
    const owners = {
      find: async () => ({ rows: [CHAIRS] }),
      readDetails: async () => new Map([[ownerKey(CHAIRS.ref), won]]),
    }
    const search = await openSearch(owners.find, { overrides: { owners } })
    expect(readOptions(search)[0]).toContain('Deal won (won)')
  })

  it('asks once after a pause in typing, by type and text', async () => {
    const find = vi.fn<FindOwners>(async () => ({ rows: [LAMPS] }))
    const search = await openSearch(find)
    find.mockClear()
    await type(search, 'la', 100)
    await type(search, 'lam', 100)
    expect(find).not.toHaveBeenCalled()
    await type(search, ' lamp ')
    expect(find.mock.calls).toEqual([[{ typeId: 2, text: 'lamp', cursor: undefined }]])
  })

  it('ignores an answer that comes after the text was changed', async () => {
    const late: ((page: Page<Owner>) => void)[] = []
    const search = await openSearch(({ text }) => {
      if (text === 'chair') return new Promise((resolve) => late.push(resolve))
      return Promise.resolve({ rows: [text === 'shelf' ? SHELVES : LAMPS] })
    })
    await type(search, 'chair')
    await type(search, 'shelf')
    expect(readOptions(search)[0]).toContain('Shelves')

    late[0]?.({ rows: [CHAIRS] })
    await vi.advanceTimersByTimeAsync(0)

    expect(readOptions(search)).toHaveLength(1)
    expect(readOptions(search)[0]).toContain('Shelves')
  })

  it('announces that it searches until the answer is there', async () => {
    const search = await openSearch(({ text }) =>
      text ? new Promise(() => undefined) : Promise.resolve({ rows: [LAMPS] }),
    )
    await type(search, 'chair')
    expect(readStatus(search)).toBe('Searching…')
    expect(search.find('[role=grid]').attributes('aria-busy')).toBe('true')
  })

  it('emits the picked owner', async () => {
    const search = await openSearch(async () => ({ rows: [LAMPS, CHAIRS] }))
    await findByRole(search, 'choice', 'Chairs').trigger('click')
    expect(search.emitted('pick')).toEqual([[CHAIRS]])
  })

  it('moves through the list by arrow keys and picks by Enter', async () => {
    const search = await openSearch(async () => ({ rows: [LAMPS, CHAIRS, SHELVES] }))
    const box = boxOf(search)
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) await box.trigger('keydown', { key })
    const chairs = findByRole(search, 'choice', 'Chairs')
    expect(box.attributes('aria-activedescendant')).toBe(chairs.attributes('id'))
    expect(chairs.attributes('aria-selected')).toBe('true')
    await box.trigger('keydown', { key: 'Enter' })
    expect(search.emitted('pick')).toEqual([[CHAIRS]])
  })

  it('starts from the end with the upward arrow', async () => {
    const search = await openSearch(async () => ({ rows: [LAMPS, CHAIRS, SHELVES] }))
    await boxOf(search).trigger('keydown', { key: 'ArrowUp' })
    await boxOf(search).trigger('keydown', { key: 'Enter' })
    expect(search.emitted('pick')).toEqual([[SHELVES]])
  })

  it('picks nothing by Enter before an arrow key was used', async () => {
    const search = await openSearch(async () => ({ rows: [LAMPS] }))
    await boxOf(search).trigger('keydown', { key: 'Enter' })
    expect(search.emitted('pick')).toBeUndefined()
  })

  it('marks the present owner, which can be picked neither by click nor by key', async () => {
    const search = await openSearch(async () => ({ rows: [LAMPS, CHAIRS] }), { current: LAMPS.ref })
    const lamps = findByRole(search, 'choice', 'Desk lamps')
    expect(readText(lamps.element)).toContain('Is here now')
    expect(lamps.attributes('aria-disabled')).toBe('true')
    await lamps.trigger('click')
    await boxOf(search).trigger('keydown', { key: 'ArrowDown' })
    await boxOf(search).trigger('keydown', { key: 'Enter' })
    expect(search.emitted('pick')).toEqual([[CHAIRS]])
  })

  it('shows recent choices of this type first, without those that are gone, and none twice', async () => {
    const recent = [anOwnerRef(33), anOwnerRef(99), anOwnerRef(5, 31)]
    const read = vi.fn(
      async () =>
        new Map([
          [ownerKey(SHELVES.ref), { kind: 'present' as const, owner: SHELVES }],
          ['2:99', { kind: 'gone' as const, ref: anOwnerRef(99) }],
        ]),
    )
    const find: FindOwners = async () => ({ rows: [LAMPS, SHELVES] })
    const search = await openSearch(find, {
      overrides: { owners: { find, read }, options: { readRecentOwners: () => recent } },
    })
    expect(read.mock.calls).toEqual([[[anOwnerRef(33), anOwnerRef(99)]]])
    expect(readText(search.get('[role=grid]').element)).toMatch(/Chosen lately *Shelves.*Newest *Desk lamps/)
    expect(readOptions(search)).toHaveLength(2)
  })

  it('reads the next page from where the portal says', async () => {
    const find = vi.fn<FindOwners>(async ({ cursor }) =>
      cursor === SECOND_PAGE ? { rows: [CHAIRS] } : { rows: [LAMPS], next: SECOND_PAGE },
    )
    const search = await openSearch(find)
    expect(readStatus(search)).toBe('1 shown, there are more')
    await findByRole(search, 'button', 'Show more').trigger('click')
    await vi.advanceTimersByTimeAsync(0)
    expect(find).toHaveBeenLastCalledWith({ typeId: 2, text: undefined, cursor: SECOND_PAGE })
    expect(readOptions(search).map((row) => row.split('ID')[0])).toEqual(['Desk lamps', 'Chairs'])
    expect(readText(search.element)).not.toContain('Show more')
  })

  it('shows an owner once that slipped onto the next page', async () => {
    const search = await openSearch(async ({ cursor }) =>
      cursor ? { rows: [LAMPS, CHAIRS] } : { rows: [LAMPS], next: SECOND_PAGE },
    )
    await findByRole(search, 'button', 'Show more').trigger('click')
    await vi.advanceTimersByTimeAsync(0)
    expect(readOptions(search)).toHaveLength(2)
  })

  it('keeps the rows when the next page fails, and reads it again on demand', async () => {
    let isBroken = true
    const search = await openSearch(async ({ cursor }) => {
      if (cursor && isBroken) throw aFailure({ kind: 'timeout' })
      return cursor ? { rows: [CHAIRS] } : { rows: [LAMPS], next: SECOND_PAGE }
    })
    await findByRole(search, 'button', 'Show more').trigger('click')
    await vi.advanceTimersByTimeAsync(0)
    expect(readOptions(search)).toHaveLength(1)
    expect(search.text()).toContain('the portal did not answer in time.')

    isBroken = false
    await findByRole(search, 'button', 'Try again').trigger('click')
    await vi.advanceTimersByTimeAsync(0)

    expect(readOptions(search)).toHaveLength(2)
  })

  it('gives the reason of a failure and takes the focus to the box after a retry', async () => {
    let isBroken = true
    const search = await openSearch(async () => {
      if (isBroken) throw aFailure({ kind: 'offline' })
      return { rows: [LAMPS] }
    })
    expect(search.text()).toContain('the connection to the portal was lost.')
    isBroken = false
    const retry = findByRole(search, 'button', 'Try again')
    ;(retry.element as HTMLElement).focus()
    await retry.trigger('click')
    await vi.advanceTimersByTimeAsync(0)
    expect(readOptions(search)).toHaveLength(1)
    expect(document.activeElement).toBe(boxOf(search).element)
  })

  it('says what was searched for when nothing was found', async () => {
    const search = await openSearch(async ({ text }) => ({ rows: text ? [] : [LAMPS] }))
    await type(search, 'zebra')
    expect(search.text()).toContain('Nothing found for “zebra”.')
    expect(readStatus(search)).toBe('Nothing found')
  })

  it('explains a type without any owners', async () => {
    const search = await openSearch(async () => ({ rows: [] }))
    expect(search.text()).toContain('There is nothing to choose from.')
  })

  it('starts over when the type changes', async () => {
    const invoice = anOwner({ ref: anOwnerRef(7, 31), title: 'Invoice 7' })
    const search = await openSearch(async ({ typeId }) =>
      typeId === 31 ? new Promise((resolve) => setTimeout(() => resolve({ rows: [invoice] }), 50)) : { rows: [LAMPS] },
    )
    await search.setProps({ typeId: ownerTypeId(31) })
    expect(readOptions(search)).toEqual([])
    await vi.advanceTimersByTimeAsync(50)
    expect(readOptions(search)[0]).toContain('Invoice 7')
  })
})

describe('OwnerSearch, what matched', () => {
  it('marks the words that were typed in the title', async () => {
    const search = await openSearch(async () => ({ rows: [anOwner({ title: 'Поставка «Ромашка», зелёная' })] }))
    await type(search, '"ромашка" зеленая')
    expect(search.findAll('mark').map((mark) => mark.text())).toEqual(['Ромашка', 'зелёная'])
  })

  it('says which owner was found by its ID', async () => {
    const search = await openSearch(async () => ({ rows: [{ ...LAMPS, isFoundById: true as const }, CHAIRS] }))
    await type(search, '31')
    expect(readOptions(search).map((row) => row.includes('by ID'))).toEqual([true, false])
    expect(search.findAll('mark').map((mark) => mark.text())).toEqual(['ID 31'])
  })

  it('shows owners of customers who are called so under those that were found themselves, each once', async () => {
    const findOfCustomers = async () => ({
      rows: [CHAIRS, SHELVES],
      hasMore: true,
      hasMoreCustomers: true,
      isByDeals: false,
    })
    const find: FindOwners = async () => ({ rows: [CHAIRS] })
    const search = await openSearch(find, { overrides: { owners: { find, findOfCustomers } } })
    await type(search, 'Mara')
    expect(readOptions(search).map((row) => row.split('ID')[0])).toEqual(['Chairs', 'Shelves'])
    expect(search.text()).toContain('Of customers named “Mara”')
    expect(search.text()).toContain('The customers have more')
    expect(search.text()).toContain('More customers have this name')
    expect(readStatus(search)).toBe('2 found')
  })

  it('lets the arrow keys go on into the owners of customers', async () => {
    const findOfCustomers = async () => ({ rows: [SHELVES], hasMore: false, hasMoreCustomers: false, isByDeals: false })
    const find: FindOwners = async () => ({ rows: [CHAIRS] })
    const search = await openSearch(find, { overrides: { owners: { find, findOfCustomers } } })
    await type(search, 'Mara')
    await boxOf(search).trigger('keydown', { key: 'ArrowDown' })
    await boxOf(search).trigger('keydown', { key: 'ArrowDown' })
    await boxOf(search).trigger('keydown', { key: 'Enter' })
    expect(search.emitted('pick')).toEqual([[SHELVES]])
  })

  it('says that it has not looked through everything where nothing matched so far', async () => {
    const search = await openSearch(async () => ({ rows: [], next: SECOND_PAGE }))
    await type(search, '10%')
    expect(search.text()).toContain('Nothing found for “10%” so far')
  })

  it('repeats only the beginning of a huge text', async () => {
    const search = await openSearch(async () => ({ rows: [] }))
    await type(search, 'x'.repeat(60_000))
    expect(search.text().length).toBeLessThan(1000)
  })
})

describe('OwnerSearch, what is suggested', () => {
  const suggested = (kind: OwnerSuggestions['kind'], ...rows: OwnerSuggestions['rows']): OwnerSuggestions => ({
    kind,
    rows,
    hasMore: false,
  })
  const SAME_COMPANY = { owner: LAMPS, reasons: [{ kind: 'same-company' as const }, { kind: 'same-sum' as const }] }
  const STRANGER = { owner: CHAIRS, reasons: [] }
  const TWIN = { owner: SHELVES, reasons: [{ kind: 'twin-of' as const, number: '1031' }] }
  const notAsked: FindOwners = () => {
    throw new Error('The newest owners are not needed')
  }

  const openSuggestions = (groups: OwnerSuggestions[], current?: OwnerRef) =>
    openSearch(notAsked, {
      ...(current && { current }),
      overrides: { owners: { find: notAsked, suggestFor: async () => groups } },
    })

  it('stands in groups before anything is typed, with its reason, twins last', async () => {
    const search = await openSuggestions([
      suggested('suggested', SAME_COMPANY),
      suggested('open', STRANGER),
      suggested('twins', TWIN),
    ])
    expect(readText(search.get('[role=grid]').element)).toMatch(
      /Suggested for order 1003 · 1 *Desk lamps.*Other open deals *Chairs.*Made by the store for one order *Shelves/,
    )
    const [lamps, , twin] = readOptions(search)
    expect(lamps).toContain('Same company, same sum')
    expect(twin).toContain('twin of 1031')
  })

  it('is picked by Enter at once where it is likely, and never by a key that is held down', async () => {
    const search = await openSuggestions([suggested('suggested', SAME_COMPANY), suggested('open', STRANGER)])
    expect(findByRole(search, 'choice', 'Desk lamps').attributes('aria-selected')).toBe('true')
    await boxOf(search).trigger('keydown', { key: 'Enter', repeat: true })
    expect(search.emitted('pick')).toBeUndefined()
    await boxOf(search).trigger('keydown', { key: 'Enter' })
    expect(search.emitted('pick')).toEqual([[LAMPS]])
  })

  it('is no more picked once something else is typed', async () => {
    const find: FindOwners = async () => ({ rows: [CHAIRS, SHELVES] })
    const suggestFor = async () => [suggested('suggested', SAME_COMPANY)]
    const search = await openSearch(find, { overrides: { owners: { find, suggestFor } } })
    await type(search, 'sh', 100)
    await boxOf(search).trigger('keydown', { key: 'Enter' })
    await type(search, 'sh')
    await boxOf(search).trigger('keydown', { key: 'Enter' })
    expect(search.emitted('pick')).toBeUndefined()
  })

  it('of strangers only is not picked by Enter', async () => {
    const search = await openSuggestions([suggested('open', STRANGER)])
    await boxOf(search).trigger('keydown', { key: 'Enter' })
    expect(search.emitted('pick')).toBeUndefined()
  })

  it("marks the order's own twin as the place where it is", async () => {
    const own = { owner: SHELVES, reasons: [{ kind: 'own-twin' as const }] }
    const search = await openSuggestions([suggested('twins', own)], SHELVES.ref)
    expect(readOptions(search)[0]).toMatch(/own twin.*Is here now/)
  })

  it('holds its place while it is being read', async () => {
    const suggestFor = () => new Promise<never>(() => undefined)
    const search = await openSearch(notAsked, { overrides: { owners: { find: notAsked, suggestFor } } })
    expect(readStatus(search)).toBe('Searching…')
    expect(search.find('tbody[aria-hidden=true]').exists()).toBe(true)
  })

  it('that could not be read is one line, with the newest owners below', async () => {
    let isBroken = true
    const suggestFor = async () => {
      if (isBroken) throw aFailure({ kind: 'timeout' })
      return [suggested('suggested', SAME_COMPANY)]
    }
    const find: FindOwners = async () => ({ rows: [CHAIRS] })
    const search = await openSearch(find, { overrides: { owners: { find, suggestFor } } })
    expect(search.text()).toContain('Suggestions could not be read.')
    expect(readOptions(search)[0]).toContain('Chairs')
    isBroken = false
    await findByRole(search, 'button', 'Try again').trigger('click')
    await vi.advanceTimersByTimeAsync(0)
    expect(readOptions(search)[0]).toContain('Desk lamps')
  })
})

describe('OwnerSearch by the keyboard', () => {
  it('picks the only hit by Enter', async () => {
    const search = await openSearch(async ({ text }) => ({ rows: text ? [CHAIRS] : [LAMPS, CHAIRS] }))
    await type(search, 'chairs')
    await boxOf(search).trigger('keydown', { key: 'Enter' })
    expect(search.emitted('pick')).toEqual([[CHAIRS]])
  })

  it('empties the box by Escape, and leaves the next one to what is around it', async () => {
    const search = await openSearch(async () => ({ rows: [LAMPS] }))
    const outside = vi.fn()
    search.element.parentElement?.addEventListener('keydown', outside)
    await type(search, 'chairs')
    await boxOf(search).trigger('keydown', { key: 'Escape' })
    expect(boxOf(search).element.value).toBe('')
    expect(outside).not.toHaveBeenCalled()
    await boxOf(search).trigger('keydown', { key: 'Escape' })
    expect(outside).toHaveBeenCalledOnce()
  })

  it('opens the types by Alt and the down arrow, and goes back to the box by Escape', async () => {
    const invoice = anOwnerType({ id: ownerTypeId(31), name: 'Invoice' })
    const find: FindOwners = async () => ({ rows: [LAMPS] })
    const search = await openSearch(find, {
      overrides: {
        owners: { find },
        ownerTypes: { read: async () => [anOwnerType(), invoice], isSearchable: () => true },
      },
    })
    await boxOf(search).trigger('keydown', { key: 'ArrowDown', altKey: true })
    await findByRole(search, 'radio', 'Invoice').setValue()
    expect(search.emitted('update:typeId')).toEqual([[31]])
    await findByRole(search, 'radio', 'Invoice').trigger('keydown', { key: 'Escape' })
    expect(findAllByRole(search, 'radio')).toEqual([])
    expect(document.activeElement).toBe(boxOf(search).element)
  })

  it('shows a single type as a word, with its codes within reach', async () => {
    const search = await openSearch(async () => ({ rows: [LAMPS] }))
    expect(findAllByRole(search, 'radio')).toEqual([])
    await findByRole(search, 'button', 'About the type Deal').trigger('click')
    expect(search.findAll('dd').map(({ element }) => readText(element))).toEqual(['DEAL', '2', 'DYN'])
  })
})

describe('OwnerSearch in the sample portal', () => {
  it.each([
    ['its id', (deal: { id: number; title: string }) => String(deal.id)],
    ['a part of its title', (deal: { id: number; title: string }) => deal.title.slice(2, 9).trim()],
  ])('finds the oldest deal by %s', async (_, textOf) => {
    vi.useRealTimers()
    const { portal, local } = openPortal()
    const [deal] = [...(local.data.items.get(2)?.values() ?? [])]
    if (!deal) throw new Error('The sample portal has no deal')
    const search = mountWith(OwnerSearch, { portal, props: { order: ORDER, typeId: ownerTypeId(2), current: null } })
    await search.find('input').setValue(textOf(deal))
    await eventually(() => expect(search.text()).toContain('Found'))
    expect(
      findAllByRole(search, 'choice')
        .map(({ element }) => readText(element))
        .join(),
    ).toContain(deal.title)
  })
})
