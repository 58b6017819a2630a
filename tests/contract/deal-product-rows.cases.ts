import type { Case } from './case'
import { oneSum, sumOf } from './product-rows'
import { refusal } from './refusals'
import { addCountedRows, addProductRows } from './small-portal'

const GET = 'api-reference/crm/deals/crm-deal-productrows-get.md'
const SET = 'api-reference/crm/deals/crm-deal-productrows-set.md'

const get = (id: unknown) => ({ method: 'crm.deal.productrows.get', params: { id } })
const set = (id: unknown, rows: unknown) => ({ method: 'crm.deal.productrows.set', params: { id, rows } })
const legacyRefusal = (description: string) => ({ status: 400, body: refusal('', description) })
const coreRefusal = (description: string) => ({ status: 400, body: refusal('ERROR_CORE', `${description}<br>`) })
const WITH_ROWS = { before: [{ change: addProductRows }] }

const CHAIRS = {
  ID: '2012',
  OWNER_ID: '201',
  OWNER_TYPE: 'D',
  PRODUCT_ID: 301,
  PRODUCT_NAME: 'Chair',
  ORIGINAL_PRODUCT_NAME: 'Office chair "Lark"',
  PRODUCT_DESCRIPTION: null,
  PRICE: 200,
  PRICE_EXCLUSIVE: 200,
  PRICE_NETTO: 200,
  PRICE_BRUTTO: 200,
  PRICE_ACCOUNT: '200.00',
  QUANTITY: 2,
  DISCOUNT_TYPE_ID: 2,
  DISCOUNT_RATE: 0,
  DISCOUNT_SUM: 0,
  TAX_RATE: null,
  TAX_INCLUDED: 'N',
  CUSTOMIZED: 'Y',
  MEASURE_CODE: 796,
  MEASURE_NAME: 'pcs',
  SORT: 10,
  XML_ID: '',
  TYPE: 1,
  STORE_ID: null,
  RESERVE_ID: null,
  DATE_RESERVE_END: null,
  RESERVE_QUANTITY: null,
}
const DELIVERY = {
  ...CHAIRS,
  ID: '2011',
  PRODUCT_ID: 0,
  PRODUCT_NAME: 'Delivery',
  ORIGINAL_PRODUCT_NAME: null,
  PRICE: 100,
  PRICE_EXCLUSIVE: 100,
  PRICE_NETTO: 100,
  PRICE_BRUTTO: 100,
  PRICE_ACCOUNT: '100.00',
  QUANTITY: 1,
  MEASURE_CODE: 0,
  MEASURE_NAME: '',
  SORT: 20,
}
const NEW_ROW = { ...CHAIRS, ID: '5001', OWNER_ID: '202', QUANTITY: 1, SORT: 0 }
const PRICED = (price: number) => ({
  PRICE: price,
  PRICE_EXCLUSIVE: price,
  PRICE_NETTO: price,
  PRICE_BRUTTO: price,
  PRICE_ACCOUNT: price.toFixed(2),
})
/** What deal 202, which no order belongs to, has after a set. */
const stored = (rows: unknown, ...expected: object[]) => ({
  before: [{ times: 1, request: set(202, rows) }],
  request: get(202),
  body: { result: expected },
})

const GET_CASES: Case[] = [
  {
    name: 'the old rows of a deal stand by their sort',
    page: GET,
    ...WITH_ROWS,
    request: get(201),
    body: { result: [CHAIRS, DELIVERY] },
  },
  { name: 'a deal may have no rows', page: GET, request: get(202), body: { result: [] } },
  {
    name: 'the old rows are there for who may see the deal',
    page: GET,
    request: { ...get(202), user: 'manager' },
    body: { result: [] },
  },
  {
    name: 'the old rows need a positive id',
    page: GET,
    live: true,
    request: get(0),
    ...legacyRefusal('The parameter id is invalid or not defined.'),
  },
  { name: 'the old rows are of a deal that is there', page: GET, request: get(999), ...legacyRefusal('Not found') },
  {
    name: 'the old rows are not shown to who may not see the deal',
    page: GET,
    request: { ...get(203), user: 'manager' },
    ...legacyRefusal('Access denied.'),
  },
]

const SET_CASES: Case[] = [
  { name: 'the old set answers true', page: SET, request: set(201, [{ PRODUCT_ID: 301 }]), body: { result: true } },
  {
    name: 'an old row takes its name and unit from the product',
    page: SET,
    ...stored([{ PRODUCT_ID: 301, PRICE: 1000, QUANTITY: 10, SORT: 10 }], {
      ...NEW_ROW,
      ...PRICED(1000),
      PRODUCT_NAME: 'Office chair "Lark"',
      QUANTITY: 10,
      SORT: 10,
    }),
  },
  {
    name: 'an old row with a sum off, with tax, of a product that is not there',
    page: SET,
    ...stored(
      [{ PRODUCT_NAME: 'Product', PRODUCT_ID: 456, PRICE: 1130, DISCOUNT_TYPE_ID: 1, DISCOUNT_SUM: 100, TAX_RATE: 13 }],
      {
        ...NEW_ROW,
        PRODUCT_ID: 456,
        PRODUCT_NAME: 'Product',
        ORIGINAL_PRODUCT_NAME: null,
        PRICE: 1130,
        PRICE_EXCLUSIVE: 1000,
        PRICE_NETTO: 1100,
        PRICE_BRUTTO: 1243,
        PRICE_ACCOUNT: '1130.00',
        DISCOUNT_TYPE_ID: 1,
        DISCOUNT_RATE: 9.09090909,
        DISCOUNT_SUM: 100,
        TAX_RATE: 13,
      },
    ),
  },
  {
    name: 'an old row keeps the name of its unit',
    page: SET,
    ...stored([{ PRODUCT_NAME: 'Coffee', PRICE: 9, MEASURE_CODE: 166, MEASURE_NAME: 'kilos' }], {
      ...NEW_ROW,
      ...PRICED(9),
      PRODUCT_ID: 0,
      PRODUCT_NAME: 'Coffee',
      ORIGINAL_PRODUCT_NAME: null,
      MEASURE_CODE: 166,
      MEASURE_NAME: 'kilos',
    }),
  },
  {
    name: 'an old row without product and name is called by its id',
    page: SET,
    ...stored([{ PRICE: '9,50', TAX_INCLUDED: true }], {
      ...NEW_ROW,
      ...PRICED(9.5),
      PRODUCT_ID: 0,
      PRODUCT_NAME: '[5001]',
      ORIGINAL_PRODUCT_NAME: null,
      MEASURE_CODE: 0,
      MEASURE_NAME: '',
      TAX_INCLUDED: 'Y',
    }),
  },
  {
    name: 'old rows that are not sent are taken away',
    page: SET,
    settings: { productSync: 'none' },
    before: [{ change: addProductRows }, { times: 1, request: set(201, [{ ID: 2012, QUANTITY: 5 }]) }],
    request: get(201),
    body: { result: [{ ...CHAIRS, QUANTITY: 5 }] },
  },
  {
    name: 'without rows the old set takes all away',
    page: 'FACTS.md: product rows',
    before: [
      { change: addProductRows },
      { times: 1, request: { method: 'crm.deal.productrows.set', params: { ID: 201 } } },
    ],
    request: get(201),
    body: { result: [] },
  },
  {
    name: 'the sum of a deal follows the old rows',
    page: SET,
    before: [{ change: addCountedRows }, { times: 1, request: set(201, [{ PRODUCT_ID: 301, PRICE: 7, QUANTITY: 3 }]) }],
    request: sumOf(201),
    ...oneSum(21),
  },
  {
    name: 'a percentage off needs its rate',
    page: SET,
    request: set(201, [{ PRODUCT_ID: 301, DISCOUNT_TYPE_ID: 2 }]),
    ...coreRefusal(
      'Discount Rate (DISCOUNT_RATE) is required if Percentage Discount Type (DISCOUNT_TYPE_ID) is defined.',
    ),
  },
  {
    name: 'a sum off needs that sum',
    page: SET,
    request: set(201, [{ PRODUCT_ID: 301 }, { PRODUCT_ID: 302, DISCOUNT_TYPE_ID: '1' }]),
    ...coreRefusal('Discount Sum (DISCOUNT_SUM) is required if Monetary Discount Type (DISCOUNT_TYPE_ID) is defined.'),
  },
  {
    name: 'all of the price off needs a sum',
    page: SET,
    request: set(201, [{ PRODUCT_ID: 301, DISCOUNT_TYPE_ID: 2, DISCOUNT_RATE: '100' }]),
    ...coreRefusal(
      'Discount Sum (DISCOUNT_SUM) is required if Percentage Discount Type (DISCOUNT_TYPE_ID) is defined and Discount Rate (DISCOUNT_RATE) is 100%',
    ),
  },
  {
    name: 'the old set needs a positive id',
    page: SET,
    live: true,
    request: set('x', []),
    ...legacyRefusal('The parameter id is invalid or not defined.'),
  },
  {
    name: 'the old set requires its rows to be a list',
    page: 'api-reference/crm/leads/crm-lead-productrows-set.md',
    request: set(201, 'x'),
    ...legacyRefusal('The parameter rows must be array.'),
  },
  { name: 'the old set is of a deal that is there', page: SET, request: set(999, []), ...legacyRefusal('Not found') },
  {
    name: 'the old set is refused for a deal of somebody else',
    page: SET,
    request: { ...set(201, []), user: 'employee' },
    ...legacyRefusal('Access denied.'),
  },
]

/** `crm.deal.productrows.*`. */
export const DEAL_PRODUCT_ROW_CASES: Case[] = [...GET_CASES, ...SET_CASES]
