import type { Case } from './case'
import { describeProductRows } from '@emulator/rows/row-fields'
import { CHAIRS, DELIVERY, DENIED, listRows, NO_SUCH_ROW, PRODUCT_ROW_PAGES } from './product-rows'
import { refusal } from './refusals'
import { addProductRows } from './small-portal'

const INDEX = `${PRODUCT_ROW_PAGES}/index.md`
const LIST = `${PRODUCT_ROW_PAGES}/crm-item-productrow-list.md`
const GET = `${PRODUCT_ROW_PAGES}/crm-item-productrow-get.md`
const FACT = 'FACTS.md: filters of product rows'
const KEYS = 'FACTS.md: 11'

const READ = { storeId: null }
const WITH_ROWS = { before: [{ change: addProductRows }] }
const found = (...rows: object[]) => ({
  body: { result: { productRows: rows.map((row) => ({ ...row, ...READ })) }, total: rows.length },
})
const get = (id: unknown) => ({ method: 'crm.item.productrow.get', params: { id } })
const missing = (name: string) => ({
  status: 400,
  body: refusal('REQUIRED_ARG_MISSING', `Required argument is missing: =${name}`),
})
const invalid = (field: string) => ({
  status: 400,
  body: refusal('INVALID_ARG_VALUE', `Invalid filter: field '${field}' has invalid value`),
})

/** Filters about the two rows of deal 201, with the ids that are found. */
const FILTERS: [name: string, filter: object, rows: object[], page?: string][] = [
  ['the rows of a deal, by their sort', {}, [CHAIRS, DELIVERY]],
  ['a row by its id', { id: 2011 }, [DELIVERY]],
  ['rows by their product', { productId: 301 }, [CHAIRS]],
  ['rows that are not in the catalogue', { '=productId': 0 }, [DELIVERY]],
  ['rows after an id', { '>id': 2011 }, [CHAIRS]],
  ['rows up to an id', { '<=id': '2011' }, [DELIVERY]],
  ['rows but for one', { '!=id': 2011 }, [CHAIRS]],
  ['several rows', { '@id': [2011, 2012, 77] }, [CHAIRS, DELIVERY]],
  ['all rows in spite of a field without an index', { '>price': 150, 'productName': 'Chair' }, [CHAIRS, DELIVERY]],
  ['all rows in spite of an unknown field', { nonsense: 1 }, [CHAIRS, DELIVERY]],
  ['all rows in spite of a list where no list belongs', { '@productId': [301] }, [CHAIRS, DELIVERY]],
  ['rows by an id in capitals', { ID: 2011 }, [DELIVERY], KEYS],
  ['all rows in spite of capitals behind a prefix', { '>ID': 2011 }, [CHAIRS, DELIVERY], KEYS],
]

const FILTER_CASES: Case[] = [
  ...FILTERS.map(([name, filter, rows, page]): Case => ({
    name: `the list finds ${name}`,
    page: page ?? LIST,
    ...WITH_ROWS,
    request: listRows(filter),
    ...found(...rows),
  })),
  {
    name: 'a portal may know capitals behind a prefix',
    page: KEYS,
    settings: { prefixedItemKeys: 'any-case' },
    ...WITH_ROWS,
    request: {
      method: 'crm.item.productrow.list',
      params: { filter: { '=OWNER_TYPE': 'D', '=OWNER_ID': 201, '>ID': 2011 } },
    },
    ...found(CHAIRS),
  },
  {
    name: 'a portal may know no capitals',
    page: KEYS,
    settings: { itemKeys: 'camel-case' },
    ...WITH_ROWS,
    request: listRows({ ID: 2011 }, { order: { ID: 'ASC' } }),
    ...found(CHAIRS, DELIVERY),
  },
  {
    name: 'a list with a comparison is refused',
    page: LIST,
    request: listRows({ '>id': [2011] }),
    ...invalid('id'),
  },
  { name: 'an id of a row is a number', page: FACT, request: listRows({ id: 'first' }), ...invalid('id') },
  {
    name: 'the list finds the rows of several deals',
    page: FACT,
    ...WITH_ROWS,
    request: listRows({ '=ownerId': [202, 201] }),
    ...found(CHAIRS, DELIVERY),
  },
  {
    name: 'the list needs the type of the owner',
    page: LIST,
    request: { method: 'crm.item.productrow.list', params: { filter: { '=ownerId': 201 } } },
    ...missing('ownerType'),
  },
  {
    name: 'the list needs the owner',
    page: LIST,
    request: { method: 'crm.item.productrow.list', params: { filter: { '=ownerType': 'D', 'ownerId': 201 } } },
    ...missing('ownerId'),
  },
  {
    name: 'the keys of the owner are not known in capitals',
    page: LIST,
    request: { method: 'crm.item.productrow.list', params: { filter: { '=OWNER_TYPE': 'D', '=OWNER_ID': 201 } } },
    ...missing('ownerType'),
  },
  {
    name: 'the list needs a filter',
    page: LIST,
    live: true,
    request: { method: 'crm.item.productrow.list', params: {} },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {filter}'),
  },
]

const ORDER_CASES: Case[] = [
  {
    name: 'rows are ordered by id',
    page: LIST,
    ...WITH_ROWS,
    request: listRows({}, { order: { id: 'asc' } }),
    ...found(DELIVERY, CHAIRS),
  },
  {
    name: 'rows are ordered downwards',
    page: LIST,
    ...WITH_ROWS,
    request: listRows({}, { order: { sort: 'DESC' } }),
    ...found(DELIVERY, CHAIRS),
  },
  {
    name: 'rows are ordered by ID, as client libraries ask',
    page: KEYS,
    ...WITH_ROWS,
    request: listRows({}, { order: { ID: 'ASC' } }),
    ...found(DELIVERY, CHAIRS),
  },
  {
    name: 'an order by another field is ignored',
    page: LIST,
    ...WITH_ROWS,
    request: listRows({}, { order: { price: 'asc' } }),
    ...found(CHAIRS, DELIVERY),
  },
  {
    name: 'rows always come with all their fields',
    page: LIST,
    ...WITH_ROWS,
    request: listRows({ id: 2012 }, { select: ['id'] }),
    ...found(CHAIRS),
  },
  {
    name: 'rows are not counted at start -1',
    page: LIST,
    ...WITH_ROWS,
    request: listRows({ id: 2012 }, { start: -1 }),
    body: { result: { productRows: [{ ...CHAIRS, ...READ }] } },
  },
]

const OWNER_CASES: Case[] = [
  ...['C', 'CO'].map((ownerType): Case => ({
    name: `owners of the type ${ownerType} have no rows`,
    page: INDEX,
    request: listRows({ '=ownerType': ownerType, '=ownerId': 1 }),
    ...found(),
  })),
  ...['I', 'X', '2', 'd'].map((ownerType): Case => ({
    name: `the list refuses the type ${ownerType}`,
    page: INDEX,
    request: listRows({ '=ownerType': ownerType }),
    ...DENIED,
  })),
  {
    name: 'an owner that is not there has no rows to see',
    page: LIST,
    request: listRows({ '=ownerId': 999 }),
    ...DENIED,
  },
  {
    name: 'the rows of a deal that the caller may not see are not seen',
    page: LIST,
    request: { ...listRows({ '=ownerId': 203 }), user: 'manager' },
    ...DENIED,
  },
  {
    name: 'one hidden deal among several hides them all',
    page: FACT,
    request: { ...listRows({ '=ownerId': [201, 203] }), user: 'manager' },
    ...DENIED,
  },
  {
    name: 'who may see a deal sees its rows',
    page: LIST,
    ...WITH_ROWS,
    request: { ...listRows({ id: 2012 }), user: 'employee' },
    ...found(CHAIRS),
  },
  ...['T40e', 'T40E'].map((ownerType): Case => ({
    name: `an item of a dynamic type is an owner as ${ownerType}`,
    page: INDEX,
    request: listRows({ '=ownerType': ownerType, '=ownerId': 1 }),
    ...found(),
  })),
]

/** `crm.item.productrow.*`, reading. */
export const PRODUCT_ROW_READ_CASES: Case[] = [
  ...FILTER_CASES,
  ...ORDER_CASES,
  ...OWNER_CASES,
  {
    name: 'the fields of rows tell what can be written',
    page: `${PRODUCT_ROW_PAGES}/crm-item-productrow-fields.md`,
    request: { method: 'crm.item.productrow.fields', params: {}, user: 'employee' },
    body: { result: { fields: describeProductRows() } },
  },
  {
    name: 'one row is read by its id',
    page: GET,
    ...WITH_ROWS,
    request: get('2012'),
    body: { result: { productRow: { ...CHAIRS, ...READ } } },
  },
  { name: 'there is no such row', page: GET, request: get(2012), ...NO_SUCH_ROW },
  {
    name: 'get needs an id',
    page: GET,
    live: true,
    request: { method: 'crm.item.productrow.get', params: {} },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {id}'),
  },
  {
    name: 'a row of a deal that the caller may not see is not read',
    page: GET,
    before: [
      { change: addProductRows },
      { change: ({ data }) => void Object.assign(data.productRows.get(2012) ?? {}, { ownerId: 203 }) },
    ],
    request: { ...get(2012), user: 'employee' },
    ...DENIED,
  },
]
