import type { Params } from '@emulator/calls/call'
import type { LocalPortal } from '@emulator/portal/state'
import type { Case } from './case'
import { CHAIRS, DELIVERY, DENIED, listRows, NO_SUCH_ROW, oneSum, PRODUCT_ROW_PAGES, sumOf } from './product-rows'
import { refusal } from './refusals'
import { addCountedRows, addProductRows } from './small-portal'

const ADD = `${PRODUCT_ROW_PAGES}/crm-item-productrow-add.md`
const SET = `${PRODUCT_ROW_PAGES}/crm-item-productrow-set.md`
const UPDATE = `${PRODUCT_ROW_PAGES}/crm-item-productrow-update.md`
const DELETE = `${PRODUCT_ROW_PAGES}/crm-item-productrow-delete.md`
const FACT = 'FACTS.md: product rows'

const OF_DEAL = { ownerId: 201, ownerType: 'D' }
const add = (fields: unknown) => ({ method: 'crm.item.productrow.add', params: { fields } })
const addToDeal = (fields: object) => add({ ...OF_DEAL, ...fields })
const set = (productRows: unknown, owner: object = OF_DEAL) => ({
  method: 'crm.item.productrow.set',
  params: { ...owner, productRows },
})
const update = (id: unknown, fields: unknown) => ({ method: 'crm.item.productrow.update', params: { id, fields } })
const remove = (id: unknown) => ({ method: 'crm.item.productrow.delete', params: { id } })

const row = (values: object) => ({ body: { result: { productRow: { ...CHAIRS, ...values } } } })
const missing = (name: string) => ({
  status: 400,
  body: refusal('100', `Could not find value for parameter {${name}}`),
})
const NO_SUCH_PRODUCT = {
  status: 400,
  body: refusal('INVALID_ARG_VALUE', 'Product with id 999 is not found in the catalog'),
}
const NO_SUCH_OWNER = { status: 400, body: refusal('OWNER_NOT_FOUND', 'Owner was not found') }
const notSupported = (name: string) => ({
  status: 400,
  body: refusal('ENTITY_TYPE_NOT_SUPPORTED', `Entity type \`${name}\` is not supported`),
})
const WITH_ROWS = { before: [{ change: addProductRows }] }
/** The rows that deal 201 has afterwards. */
const left = (...rows: object[]) => ({
  request: listRows({}),
  body: { result: { productRows: rows.map((kept) => ({ ...kept, storeId: null })) }, total: rows.length },
})

const NEW_ROW = {
  id: 5001,
  productName: 'Office chair "Lark"',
  price: 0,
  priceAccount: 0,
  priceExclusive: 0,
  priceNetto: 0,
  priceBrutto: 0,
  quantity: 1,
  sort: 0,
}
const PRICED = (price: number) => ({
  ...NEW_ROW,
  price,
  priceAccount: price,
  priceExclusive: price,
  priceNetto: price,
  priceBrutto: price,
})

/** The documented samples, whose numbers these are. */
const SAMPLES: [name: string, fields: Params, prices: object, page: string][] = [
  [
    'a fifth off and a fifth of tax',
    {
      price: 80000,
      quantity: 2,
      discountTypeId: 2,
      discountRate: 20,
      taxRate: 20,
      taxIncluded: 'Y',
      measureCode: 796,
      sort: 10,
    },
    {
      quantity: 2,
      discountRate: 20,
      taxRate: 20,
      taxIncluded: 'Y',
      taxName: 'VAT 20',
      sort: 10,
      price: 80000,
      priceAccount: 80000,
      priceExclusive: 66666.66666667,
      priceNetto: 83333.33333333,
      priceBrutto: 100000,
      discountSum: 16666.66666667,
    },
    ADD,
  ],
  [
    'a tenth off and a tenth of tax',
    { price: 90000, quantity: 3, discountRate: 10, taxRate: 10, taxIncluded: 'Y', taxName: 'VAT 10', sort: 10 },
    {
      quantity: 3,
      discountRate: 10,
      taxRate: 10,
      taxIncluded: 'Y',
      taxName: 'VAT 10',
      sort: 10,
      price: 90000,
      priceAccount: 90000,
      priceExclusive: 81818.18181818,
      priceNetto: 90909.09090909,
      priceBrutto: 100000,
      discountSum: 9090.90909091,
    },
    `${PRODUCT_ROW_PAGES}/crm-item-productrow-list.md`,
  ],
  [
    'a sum off',
    { price: 900, discountTypeId: 1, discountSum: 100 },
    { ...PRICED(900), priceNetto: 1000, priceBrutto: 1000, discountTypeId: 1, discountRate: 10, discountSum: 100 },
    FACT,
  ],
  [
    'a thing that is given away',
    { price: 0, discountRate: 100, discountSum: 50 },
    { ...PRICED(0), priceNetto: 50, priceBrutto: 50, discountRate: 100, discountSum: 50 },
    FACT,
  ],
]

const ADD_CASES: Case[] = [
  {
    name: 'a row takes its name and unit from the catalogue, and its price from nowhere',
    page: ADD,
    request: addToDeal({ productId: 301 }),
    ...row(NEW_ROW),
    after: [left({ ...CHAIRS, ...NEW_ROW, xmlId: 'sale_basket_5002' })],
  },
  ...SAMPLES.map(([name, fields, prices, page]): Case => ({
    name: `a row with ${name}`,
    page,
    request: addToDeal({ productId: 301, ...fields }),
    ...row({ ...NEW_ROW, ...prices }),
  })),
  {
    name: 'a row without a product',
    page: ADD,
    request: addToDeal({ productName: 'Assembly', price: 30 }),
    ...row({ ...PRICED(30), productId: 0, productName: 'Assembly', measureCode: 0, measureName: '' }),
  },
  {
    name: 'a row without any name is called by its id',
    page: FACT,
    request: addToDeal({ price: 30 }),
    ...row({ ...PRICED(30), productId: 0, productName: '[5001]', measureCode: 0, measureName: '' }),
  },
  {
    name: 'sums and flags of a row are read in every spelling',
    page: 'FACTS.md: sums',
    request: addToDeal({ productId: '301', price: '1 234,50', quantity: '2,5', taxIncluded: 'true' }),
    ...row({ ...PRICED(1234.5), quantity: 2.5, taxIncluded: 'Y' }),
  },
  {
    name: 'what the portal works out itself is ignored',
    page: ADD,
    request: addToDeal({
      productId: 301,
      id: 7,
      type: 4,
      xmlId: 'x',
      priceNetto: 5,
      customized: 'N',
      measureName: 'box',
    }),
    ...row(NEW_ROW),
  },
  {
    name: 'a price in another currency is told in that of reports',
    page: 'FACTS.md: product rows',
    before: [{ change: ({ data }) => void Object.assign(data.items.get(2)?.get(202) ?? {}, { currencyId: 'EUR' }) }],
    request: add({ ownerId: 202, ownerType: 'D', productId: 301, price: 100 }),
    ...row({ ...PRICED(100), ownerId: 202, priceAccount: 114 }),
  },
  {
    name: 'an invoice has rows too',
    page: ADD,
    request: add({ ownerId: 41, ownerType: 'SI', productId: 301 }),
    ...row({ ...NEW_ROW, ownerId: 41, ownerType: 'SI' }),
  },
  {
    name: 'an item of a dynamic type has rows too',
    page: ADD,
    request: add({ ownerId: 1, ownerType: 'T40e', productId: 301 }),
    ...row({ ...NEW_ROW, ownerId: 1, ownerType: 'T40e' }),
  },
  {
    name: 'a row of a product that is not there is refused',
    page: ADD,
    request: addToDeal({ productId: 999 }),
    ...NO_SUCH_PRODUCT,
  },
  {
    name: 'a row needs fields',
    page: ADD,
    live: true,
    request: { method: 'crm.item.productrow.add', params: {} },
    ...missing('fields'),
  },
  { name: 'a row needs an owner', page: ADD, request: add({ ownerType: 'D', productId: 301 }), ...missing('ownerId') },
  {
    name: 'a row needs the type of its owner',
    page: ADD,
    request: add({ ownerId: 201, productId: 301 }),
    ...missing('ownerType'),
  },
  {
    name: 'an owner of a row has to be there',
    page: ADD,
    request: add({ ...OF_DEAL, ownerId: 999 }),
    ...NO_SUCH_OWNER,
  },
  ...['I', 'C', 'CO', 'X'].map((ownerType): Case => ({
    name: `no row is added to an owner of the type ${ownerType}`,
    page: `${PRODUCT_ROW_PAGES}/index.md`,
    request: add({ ownerId: 1, ownerType, productId: 301 }),
    ...notSupported(ownerType),
  })),
  {
    name: 'no row is added to a deal of somebody else',
    page: ADD,
    request: { ...addToDeal({ productId: 301 }), user: 'manager' },
    ...DENIED,
  },
]

const SET_CASES: Case[] = [
  {
    name: 'a set takes the place of all rows',
    page: SET,
    ...WITH_ROWS,
    request: set([{ productId: 301, price: 99.99, sort: 10 }]),
    body: { result: { productRows: [{ ...CHAIRS, ...PRICED(99.99), sort: 10 }] } },
  },
  {
    name: 'a row of a set that has an id stays that row',
    page: SET,
    jsonOnly: true,
    settings: { productSync: 'none' },
    ...WITH_ROWS,
    request: set([{ ...CHAIRS, quantity: 3 }]),
    body: { result: { productRows: [{ ...CHAIRS, quantity: 3 }] } },
  },
  {
    name: 'rows that are sent back as they were read do not change',
    page: SET,
    jsonOnly: true,
    settings: { productSync: 'none' },
    ...WITH_ROWS,
    request: set([DELIVERY, CHAIRS]),
    body: { result: { productRows: [CHAIRS, DELIVERY] } },
  },
  {
    name: 'the id of a row that is not there makes a new one',
    page: SET,
    settings: { productSync: 'none' },
    request: set([{ id: 77, productId: 301 }]),
    body: { result: { productRows: [{ ...CHAIRS, ...NEW_ROW }] } },
  },
  {
    name: 'the id of another deal makes a new row and leaves that one alone',
    page: SET,
    settings: { productSync: 'none' },
    ...WITH_ROWS,
    request: set([{ id: 2012, productId: 301 }], { ownerId: 202, ownerType: 'D' }),
    body: { result: { productRows: [{ ...CHAIRS, ...NEW_ROW, ownerId: 202 }] } },
    after: [left(CHAIRS, DELIVERY)],
  },
  {
    name: 'an empty set leaves no rows',
    page: SET,
    jsonOnly: true,
    ...WITH_ROWS,
    request: set([]),
    body: { result: { productRows: [] } },
    after: [left()],
  },
  {
    name: 'one row that is wrong leaves the whole set out',
    page: SET,
    ...WITH_ROWS,
    request: set([{ productId: 301 }, { productId: 999 }]),
    ...NO_SUCH_PRODUCT,
    after: [left(CHAIRS, DELIVERY)],
  },
  {
    name: 'a set needs rows',
    page: SET,
    live: true,
    request: { method: 'crm.item.productrow.set', params: { ownerId: 1, ownerType: 'D' } },
    ...missing('productRows'),
  },
  {
    name: 'a set is a list',
    page: SET,
    request: set('x'),
    status: 400,
    body: refusal('100', 'Invalid value {x} to match with parameter {productRows}. Should be value of type array.'),
  },
  {
    name: 'a set needs an owner',
    page: SET,
    request: set([{ productId: 301 }], { ownerType: 'D' }),
    ...missing('ownerId'),
  },
  {
    name: 'the owner of a set has to be there',
    page: SET,
    request: set([{ productId: 301 }], { ...OF_DEAL, ownerId: 999 }),
    ...NO_SUCH_OWNER,
  },
  {
    name: 'a contact has no set of rows',
    page: SET,
    request: set([{ productId: 301 }], { ownerId: 1, ownerType: 'C' }),
    ...notSupported('C'),
  },
  {
    name: 'a deal of somebody else keeps its set',
    page: SET,
    request: { ...set([{ productId: 301 }]), user: 'employee' },
    ...DENIED,
  },
]

const UPDATE_CASES: Case[] = [
  {
    name: 'an update works the other prices out anew',
    page: UPDATE,
    settings: { productSync: 'none' },
    ...WITH_ROWS,
    request: update(2012, { price: 108, taxRate: 20, discountRate: 10 }),
    ...row({
      price: 108,
      priceAccount: 108,
      priceExclusive: 90,
      priceNetto: 100,
      priceBrutto: 120,
      discountRate: 10,
      discountSum: 10,
      taxRate: 20,
      taxName: 'VAT 20',
    }),
  },
  {
    name: 'another product brings its name, not its price',
    page: UPDATE,
    settings: { productSync: 'none' },
    ...WITH_ROWS,
    request: update(2012, { productId: 303 }),
    ...row({ productId: 303, productName: 'Desk lamp "Arc"' }),
  },
  {
    name: 'another product may have a name of its own',
    page: UPDATE,
    settings: { productSync: 'none' },
    ...WITH_ROWS,
    request: update(2012, { productId: 303, productName: 'Lamp' }),
    ...row({ productId: 303, productName: 'Lamp' }),
  },
  {
    name: 'the owner of a row cannot be changed',
    page: UPDATE,
    settings: { productSync: 'none' },
    ...WITH_ROWS,
    request: update(2012, { ownerId: 202, ownerType: 'SI', measureName: 'box', customized: 'N' }),
    ...row({}),
  },
  {
    name: 'an update of nothing answers nothing',
    page: UPDATE,
    jsonOnly: true,
    ...WITH_ROWS,
    request: update(2012, {}),
    body: { result: null },
  },
  {
    name: 'an update of what cannot be changed is refused',
    page: UPDATE,
    ...WITH_ROWS,
    request: update(2012, { id: 7, xmlId: 'x' }),
    status: 400,
    body: refusal('INVALID_ARG_VALUE', 'No field is available for update'),
  },
  {
    name: 'an update to a product that is not there is refused',
    page: UPDATE,
    ...WITH_ROWS,
    request: update(2012, { productId: 999 }),
    ...NO_SUCH_PRODUCT,
  },
  {
    name: 'an update needs an id',
    page: UPDATE,
    live: true,
    request: { method: 'crm.item.productrow.update', params: { fields: { price: 1 } } },
    ...missing('id'),
  },
  {
    name: 'an update needs fields',
    page: UPDATE,
    ...WITH_ROWS,
    request: { method: 'crm.item.productrow.update', params: { id: 2012 } },
    ...missing('fields'),
  },
  { name: 'a row that is not there is not changed', page: UPDATE, request: update(2012, { price: 1 }), ...NO_SUCH_ROW },
  {
    name: 'a row of a deal of somebody else is not changed',
    page: UPDATE,
    ...WITH_ROWS,
    request: { ...update(2012, { price: 1 }), user: 'manager' },
    ...DENIED,
  },
]

const DELETE_CASES: Case[] = [
  {
    name: 'a deleted row is gone',
    page: DELETE,
    settings: { productSync: 'none' },
    ...WITH_ROWS,
    request: remove(2011),
    body: { result: null },
    after: [left(CHAIRS), { request: remove(2011), ...NO_SUCH_ROW }],
  },
  {
    name: 'delete of a row needs an id',
    page: DELETE,
    live: true,
    request: { method: 'crm.item.productrow.delete', params: {} },
    ...missing('id'),
  },
  { name: 'a row that is not there is not deleted', page: DELETE, request: remove(2011), ...NO_SUCH_ROW },
  {
    name: 'a row of a deal of somebody else is not deleted',
    page: DELETE,
    ...WITH_ROWS,
    request: { ...remove(2011), user: 'employee' },
    ...DENIED,
  },
]

const COUNTED = { change: addCountedRows }
const by = (request: Case['request']) => ({ before: [COUNTED, { times: 1, request }] })
const updateDeal = (fields: object) => ({ method: 'crm.item.update', params: { entityTypeId: 2, id: 201, fields } })

const SUM_CASES: Case[] = [
  {
    name: 'a new row raises the sum of its deal',
    page: ADD,
    ...by(addToDeal({ productId: 301, price: 10, quantity: 3 })),
    request: sumOf(201),
    ...oneSum(530),
  },
  {
    name: 'a changed price changes the sum of the deal',
    page: UPDATE,
    ...by(update(2012, { price: 250 })),
    request: sumOf(201),
    ...oneSum(600),
  },
  {
    name: 'a deleted row lowers the sum of its deal',
    page: DELETE,
    ...by(remove(2012)),
    request: sumOf(201),
    ...oneSum(100),
  },
  {
    name: 'a set decides the sum of the deal',
    page: SET,
    ...by(set([{ productName: 'All', price: 0.1, quantity: 3 }])),
    request: sumOf(201),
    ...oneSum(0.3),
  },
  {
    name: 'a sum that is counted by hand stays',
    page: 'api-reference/crm/universal/crm-item-update.md',
    before: [{ change: addProductRows }, { times: 1, request: remove(2012) }],
    request: sumOf(201),
    ...oneSum(500),
  },
  {
    name: 'a sum that follows the rows cannot be set',
    page: 'FACTS.md: sums of product rows',
    ...by(updateDeal({ opportunity: 7, title: 'x' })),
    request: sumOf(201),
    ...oneSum(500),
  },
  {
    name: 'a sum can be set with the flag that it is counted by hand',
    page: 'FACTS.md: sums of product rows',
    ...by(updateDeal({ opportunity: 7, isManualOpportunity: 'Y' })),
    request: sumOf(201),
    ...oneSum(7),
  },
  {
    name: 'a sum that is no longer counted by hand is that of the rows',
    page: 'FACTS.md: sums of product rows',
    before: [
      { change: addProductRows },
      { times: 1, request: updateDeal({ opportunity: 7 }) },
      { times: 1, request: updateDeal({ isManualOpportunity: 'N' }) },
    ],
    request: sumOf(201),
    ...oneSum(500),
  },
  {
    name: 'the tax of a deal follows its rows',
    page: 'FACTS.md: sums of product rows',
    ...by(set([{ productName: 'All', price: 120, taxRate: 20, quantity: 2 }])),
    request: { method: 'crm.item.list', params: { entityTypeId: 2, filter: { id: 201 }, select: ['taxValue'] } },
    body: { result: { items: [{ taxValue: 40 }] }, total: 1 },
  },
  {
    name: 'the rows of a deleted invoice are gone',
    page: FACT,
    before: [
      { times: 1, request: add({ ownerId: 41, ownerType: 'SI', productId: 301 }) },
      { times: 1, request: { method: 'crm.item.delete', params: { entityTypeId: 31, id: 41 } } },
    ],
    request: { method: 'crm.item.productrow.get', params: { id: 5001 } },
    ...NO_SUCH_ROW,
  },
]

const order = (select: string[]) => ({ method: 'sale.order.list', params: { filter: { id: 1 }, select } })
const onePrice = (price: number) => ({ body: { result: { orders: [{ price }] }, total: 1 } })
const SYNC = 'FACTS.md: goods of a deal and its order'
const CHEAP = set([{ productName: 'Pen', price: 3, quantity: 2 }])
/** A courier costs 25. */
function addOrderWithDelivery(portal: LocalPortal): void {
  addCountedRows(portal)
  const [shipment] = portal.data.orders.get(3)?.shipments ?? []
  if (shipment) Object.assign(portal.data.orders.get(1) ?? {}, { shipments: [{ ...shipment, priceDelivery: 25 }] })
}
const SYNCED: Pick<Case, 'before'> = { before: [{ change: addOrderWithDelivery }, { times: 1, request: CHEAP }] }

/** What deal 201 sells is what order 1 has, which belongs to it. */
const SYNC_CASES: Case[] = [
  {
    name: 'the order of a deal has the price of its goods and their delivery',
    page: SYNC,
    ...SYNCED,
    request: order(['price']),
    ...onePrice(31),
  },
  {
    name: 'a portal with an Orders section keeps them apart',
    page: SYNC,
    settings: { mode: 'with-orders' },
    ...SYNCED,
    request: order(['price']),
    ...onePrice(100),
  },
  {
    name: 'a portal may keep them apart',
    page: SYNC,
    settings: { productSync: 'none' },
    ...SYNCED,
    request: order(['price']),
    ...onePrice(100),
  },
  {
    name: 'the order of an invoice keeps its goods',
    page: SYNC,
    before: [{ times: 1, request: set([{ productName: 'Pen', price: 3 }], { ownerId: 41, ownerType: 'SI' }) }],
    request: { method: 'sale.order.list', params: { filter: { id: 2 }, select: ['price'] } },
    ...onePrice(250.5),
  },
]

/** `crm.item.productrow.*`, writing. */
export const PRODUCT_ROW_WRITE_CASES: Case[] = [
  ...ADD_CASES,
  ...SET_CASES,
  ...UPDATE_CASES,
  ...DELETE_CASES,
  ...SUM_CASES,
  ...SYNC_CASES,
]
