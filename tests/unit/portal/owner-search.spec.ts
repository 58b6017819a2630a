import type { LocalPortal } from '@emulator/portal/state'
import { describe, expect, it } from 'vitest'
import { ownerTypeId } from '@/domain/id'
import { openPortal } from '@tests/support/open-portal'

const DEAL = ownerTypeId(2)
const INVOICE = ownerTypeId(31)
const CONTRACT = ownerTypeId(1038)

/** Puts objects with these titles on the sample portal. */
function entitle(local: LocalPortal, titles: Record<number, string>, typeId = 2): void {
  const items = local.data.items.get(typeId)
  const [sample] = items?.values() ?? []
  for (const [id, title] of Object.entries(titles))
    if (sample) items?.set(Number(id), { ...sample, id: Number(id), title })
}

/** Puts many deals on the portal, newer than the others, whose titles hold a text. */
function bury(local: LocalPortal, text: string, count = 60): void {
  entitle(
    local,
    Object.fromEntries(Array.from({ length: count }, (_, index) => [9000 + index, `New ${text} no ${index}`])),
  )
}

async function find(text: string, titles: Record<number, string> = {}, typeId = DEAL) {
  const { portal, local, transport } = openPortal()
  entitle(local, titles, typeId)
  const page = await portal.owners.find({ typeId, text })
  const rows = page.rows.map(({ title, isFoundById }) => (isFoundById ? `${title} by ID` : title))
  return { rows, page, requests: transport.requests }
}

describe('owners.find by an id', () => {
  it.each([
    '202',
    '#202',
    'ID 202',
    'id:202',
    'Deal 202',
    'deal #202',
    'Сделка 202',
    'Сделка №202',
    '\u200b202',
    'Deal\u00a0202',
    '２０２',
    'https://acme.example/crm/deal/details/202/',
    '/crm/deal/details/202/?IFRAME=Y',
    '"202"',
  ])('finds deal 202 by %j first, and marks it', async (text) => {
    expect((await find(text, { 202: 'Chairs' })).rows[0]).toBe('Chairs by ID')
  })

  it.each([
    ['/crm/type/31/details/41/', INVOICE, 41],
    ['Invoice 41', INVOICE, 41],
    ['Счёт №41', INVOICE, 41],
    ['Service contract 3', CONTRACT, 3],
    ['service contract #3', CONTRACT, 3],
    ['/crm/type/1038/details/3/', CONTRACT, 3],
  ])('finds by %j an object of type %i', async (text, typeId, id) => {
    expect((await find(text, { [id]: 'Chairs' }, typeId)).rows[0]).toBe('Chairs by ID')
  })

  it.each([
    ['/crm/type/31/details/202/', DEAL],
    ['/crm/deal/details/41/', INVOICE],
    ['/shop/orders/details/202/', DEAL],
    ['https://acme.example/crm/contact/details/202/', DEAL],
  ])('finds nothing by %j among those of type %i', async (text, typeId) => {
    expect((await find(text, {}, typeId)).rows).toEqual([])
  })

  it('does not take a number behind other words for an id', async () => {
    const { rows } = await find('Office chairs 202', { 202: 'Desks', 203: 'Office chairs 202' })
    expect(rows).toEqual(['Office chairs 202'])
  })

  it('puts the id before titles, and titles that are so before those that contain it', async () => {
    const { rows } = await find('202', { 202: 'A', 203: 'No 202', 204: '202', 205: '202 chairs' })
    expect(rows).toEqual(['A by ID', '202', '202 chairs', 'No 202'])
  })
})

describe('owners.find by a title', () => {
  it.each([
    ['"Ромашка"', 'ООО «Ромашка»'],
    ['«Ромашка»', 'ООО "Ромашка"'],
    ['“Ромашка”', 'ООО «Ромашка»'],
    ['ООО "Ромашка"', 'ООО «Ромашка»'],
    ['office  chairs', 'Office chairs'],
    ['office chairs', 'Office  chairs'],
    ['office\u00a0chairs', 'Office chairs'],
    ['chairs office', 'Office, and chairs'],
    ['зеленый', 'Зелёный сад'],
    ['зелёный', 'Зеленый сад'],
    ['елки', 'Ёлки к празднику'],
    ['10%', 'Discount 10% for all'],
    ['100%', '100% cotton'],
    ['50%_x', 'A 50%_x b'],
    ['O’Brien', "O'Brien and sons"],
    ['a\\b', 'Folder a\\b'],
    ['jean-luc', 'For Jean‑Luc'],
    ['\u200bzebra\u200e', 'Zebra'],
    ['Ｚｅｂｒａ', 'Zebra'],
    ['zebra.', 'Zebra'],
    ['№ 310', 'Счёт №310'],
  ])('finds by %j the deal %j and no other', async (text, title) => {
    expect((await find(text, { 190: title, 191: 'Something else' })).rows).toEqual([title])
  })

  it.each(['10%', '%', '%a%', 'zz', 'ab '.repeat(20_000), 'x'.repeat(300)])(
    'shows no unrelated deals for %.20j',
    async (text) => {
      expect((await find(text)).rows).toEqual([])
    },
  )

  it('sends the portal no percent sign', async () => {
    const { requests } = await find('10%')
    expect(JSON.stringify(requests)).toContain('%25title%5D=10&')
  })

  it.each([
    ['Zebra', 'Zebra'],
    ['zebra', 'Zebra chairs'],
  ])('finds by %j the old deal %j though many newer ones contain it', async (text, title) => {
    const { portal, local, transport } = openPortal()
    bury(local, 'zebra')
    entitle(local, { 3: title })
    const { rows } = await portal.owners.find({ typeId: DEAL, text })
    expect(rows[0]?.title).toBe(title)
    expect(transport.requests.map(({ method }) => method)).toEqual(['batch'])
  })

  it('reads on where what the portal finds does not match, and says that there is more', async () => {
    const { portal, local, transport } = openPortal()
    bury(local, '10', 180)
    entitle(local, { 3: '10% off' })
    const { rows } = await portal.owners.find({ typeId: DEAL, text: 'off 10%' })
    expect(rows.map((row) => row.title)).toEqual(['10% off'])
    expect(transport.requests.length).toBeLessThanOrEqual(5)
  })

  it('says that there may be more where it has read enough and nothing matched', async () => {
    const { portal, local } = openPortal()
    bury(local, '10', 400)
    entitle(local, { 3: '10% off' })
    const first = await portal.owners.find({ typeId: DEAL, text: '% 10%' })
    expect(first.rows).toEqual([])
    expect(first.next).toBeDefined()
    const second = await portal.owners.find({ typeId: DEAL, text: '% 10%', cursor: first.next })
    expect(second.rows.map((row) => row.title)).toEqual(['10% off'])
  })

  it('shows the newest deals for a text of spaces', async () => {
    expect((await find(' \u200b ')).rows).toHaveLength(50)
  })
})
