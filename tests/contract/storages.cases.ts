import type { LocalPortal } from '@emulator/portal/state'
import type { Case, CaseStep, TestRequest } from './case'
import { expect } from 'vitest'
import { refusal } from './refusals'
import { NOW } from './test-clock'

const ENTITY = 'api-reference/entity/entities'
const ITEM = 'api-reference/entity/items'
const PROPERTY = 'api-reference/entity/items/properties'

const call = (method: string, params: object = {}, rest: Partial<TestRequest> = {}): TestRequest => ({
  method: `entity.${method}`,
  params: { ...params },
  ...rest,
})
const once = (request: TestRequest): CaseStep => ({ times: 1, request })
const withScope: CaseStep = { change: (portal: LocalPortal) => void portal.app.scopes.push('entity') }
const storage = (access: object = { AU: 'W' }): CaseStep[] => [
  withScope,
  once(call('add', { ENTITY: 'log', NAME: 'Log', ACCESS: access })),
]
const property = (code: string, type = 'S'): CaseStep =>
  once(call('item.property.add', { ENTITY: 'log', PROPERTY: code, NAME: code, TYPE: type }))
const item = (name: string, values: object = {}, rest: Partial<TestRequest> = {}): CaseStep =>
  once(call('item.add', { ENTITY: 'log', NAME: name, PROPERTY_VALUES: values }, rest))

const argument = (name: string, text = `Argument '${name}' is null or empty`) => ({
  status: 400,
  body: { ...refusal('ERROR_ARGUMENT', text), argument: name },
})
const refused = (code: string, text: string) => ({ status: 400, body: refusal(code, text) })
const NO_STORAGE = refused('ERROR_ENTITY_NOT_FOUND', 'Entity not found')
const NO_PROPERTY = refused('ERROR_PROPERTY_NOT_FOUND', 'Property not found')
const NO_ITEM = refused('ERROR_ITEM_NOT_FOUND', 'Item not found')
const DENIED = refused('ACCESS_DENIED', 'Access denied!')
const NO_APP = refused('ACCESS_DENIED', 'Access denied! Application context required')
const TOO_LONG = {
  status: 400,
  body: { ...refusal('ERROR_ARGUMENT', 'Entity code is too long. Max length is 16 characters.'), argument: '' },
}
const TRUE = { body: { result: true } }
const MANAGER = { user: 'manager' } as const

/** The first id after the storage's own. */
const FIRST = 5002
const ROW = {
  ID: '5002',
  TIMESTAMP_X: NOW,
  MODIFIED_BY: '1',
  DATE_CREATE: NOW,
  CREATED_BY: '1',
  ACTIVE: 'Y',
  DATE_ACTIVE_FROM: '',
  DATE_ACTIVE_TO: '',
  SORT: '500',
  NAME: 'First',
  PREVIEW_PICTURE: null,
  PREVIEW_TEXT: null,
  DETAIL_PICTURE: null,
  DETAIL_TEXT: null,
  CODE: null,
  ENTITY: 'log',
  SECTION: null,
}
const get = (params: object = {}) => call('item.get', { ENTITY: 'log', ...params })
const THREE_ITEMS: CaseStep[] = [
  ...storage(),
  property('ORDER_ID', 'N'),
  property('NOTE'),
  item('One', { ORDER_ID: 10, NOTE: 'moved' }),
  item('Two', { ORDER_ID: 9 }),
  item('Three', { ORDER_ID: 100, NOTE: 'undone' }),
]
const foundItems = (...names: string[]) => ({
  result: names.map((NAME) => expect.objectContaining({ NAME })),
  total: names.length,
})

export const STORAGE_CASES: Case[] = [
  {
    name: 'a storage is made',
    page: `${ENTITY}/entity-add.md`,
    before: [withScope],
    request: call('add', { ENTITY: 'log', NAME: 'Log' }),
    ...TRUE,
  },
  {
    name: 'everybody who may use the app makes storages',
    page: `${ENTITY}/entity-add.md`,
    before: [withScope],
    request: call('add', { ENTITY: 'log', NAME: 'Log' }, { user: 'employee' }),
    ...TRUE,
  },
  {
    name: 'a portal may leave new storages to administrators',
    page: 'FACTS.md: who makes storages',
    settings: { storageMakers: 'administrators' },
    before: [withScope],
    request: call('add', { ENTITY: 'log', NAME: 'Log' }, { user: 'employee' }),
    ...DENIED,
  },
  {
    name: 'a code is there once',
    page: `${ENTITY}/entity-add.md`,
    before: storage(),
    request: call('add', { ENTITY: 'log', NAME: 'Other' }),
    ...refused('ERROR_ENTITY_ALREADY_EXISTS', 'Entity already exists'),
  },
  {
    name: 'a code is cleaned of what it may not have',
    page: `${ENTITY}/entity-add.md`,
    before: storage(),
    request: call('add', { ENTITY: 'l-o g', NAME: 'Other' }),
    ...refused('ERROR_ENTITY_ALREADY_EXISTS', 'Entity already exists'),
  },
  {
    name: 'a code of nothing but that is empty',
    page: `${ENTITY}/entity-add.md`,
    before: [withScope],
    request: call('add', { ENTITY: '-- !', NAME: 'Log' }),
    ...argument('ENTITY'),
  },
  {
    name: 'a code and the id of the app have fifty characters together',
    page: `${ENTITY}/entity-add.md`,
    before: [withScope],
    request: call('add', { ENTITY: 'a_rather_long_code', NAME: 'Log' }),
    ...TOO_LONG,
  },
  {
    name: 'a storage requires a name',
    page: `${ENTITY}/entity-add.md`,
    before: [withScope],
    request: call('add', { ENTITY: 'log' }),
    ...argument('NAME'),
  },
  {
    name: 'a webhook has no storages',
    page: `${ENTITY}/entity-add.md`,
    request: call('add', { ENTITY: 'log', NAME: 'Log' }, { auth: 'webhook' }),
    ...NO_APP,
  },
  {
    name: 'other sources refuse a webhook with status 403',
    page: 'FACTS.md: refusals',
    settings: { refusals: 'other-sources' },
    request: call('get', {}, { auth: 'webhook' }),
    status: 403,
    body: NO_APP.body,
  },
  {
    name: 'storages need their scope',
    page: `${ENTITY}/entity-add.md`,
    request: call('get'),
    status: 403,
    body: refusal('insufficient_scope', 'The request requires higher privileges than provided by the access token'),
  },

  {
    name: 'one storage is an object',
    page: `${ENTITY}/entity-get.md`,
    before: storage(),
    request: call('get', { ENTITY: 'log' }),
    body: { result: { ID: '5001', IBLOCK_TYPE_ID: 'rest_entity', ENTITY: 'log', NAME: 'Log' } },
  },
  {
    name: 'all storages are a list',
    page: `${ENTITY}/entity-get.md`,
    before: storage(),
    request: call('get'),
    body: { result: [{ ID: '5001', IBLOCK_TYPE_ID: 'rest_entity', ENTITY: 'log', NAME: 'Log' }] },
  },
  {
    name: 'a storage may be missing',
    page: `${ENTITY}/entity-get.md`,
    before: [withScope],
    request: call('get', { ENTITY: 'log' }),
    ...NO_STORAGE,
  },
  {
    name: 'an empty code is not the same as none',
    page: `${ENTITY}/entity-get.md`,
    before: [withScope],
    request: call('get', { ENTITY: '' }),
    ...argument('ENTITY'),
  },

  {
    name: 'a storage gets another name and another code',
    page: `${ENTITY}/entity-update.md`,
    before: storage(),
    request: call('update', { ENTITY: 'log', NAME: 'Journal', ENTITY_NEW: 'journal' }),
    ...TRUE,
    after: [
      {
        request: call('get'),
        body: { result: [{ ID: '5001', IBLOCK_TYPE_ID: 'rest_entity', ENTITY: 'journal', NAME: 'Journal' }] },
      },
    ],
  },
  {
    name: 'a storage does not take the code of another',
    page: `${ENTITY}/entity-update.md`,
    before: [...storage(), once(call('add', { ENTITY: 'journal', NAME: 'Journal' }))],
    request: call('update', { ENTITY: 'log', ENTITY_NEW: 'journal' }),
    ...refused('ERROR_ENTITY_ALREADY_EXISTS', 'Entity already exists'),
  },
  {
    name: 'a storage is changed by whoever may manage it',
    page: `${ENTITY}/entity-update.md`,
    before: storage(),
    request: call('update', { ENTITY: 'log', NAME: 'Mine' }, MANAGER),
    ...DENIED,
  },
  {
    name: 'a storage that is changed must be there',
    page: `${ENTITY}/entity-update.md`,
    before: [withScope],
    request: call('update', { ENTITY: 'log', NAME: 'x' }),
    ...NO_STORAGE,
  },
  {
    name: 'a storage is deleted',
    page: `${ENTITY}/entity-delete.md`,
    before: storage(),
    request: call('delete', { ENTITY: 'log' }),
    ...TRUE,
    after: [{ request: call('get'), body: { result: [] } }],
  },
  {
    name: 'a storage is deleted by whoever may manage it',
    page: `${ENTITY}/entity-delete.md`,
    before: storage(),
    request: call('delete', { ENTITY: 'log' }, MANAGER),
    ...DENIED,
  },
  {
    name: 'a storage that is deleted must be there',
    page: `${ENTITY}/entity-delete.md`,
    before: [withScope],
    request: call('delete', { ENTITY: 'log' }),
    ...NO_STORAGE,
  },

  {
    name: 'the maker of a storage always manages it',
    page: `${ENTITY}/entity-rights.md`,
    before: storage({ AU: 'R', U1: 'R' }),
    request: call('rights', { ENTITY: 'log' }),
    body: { result: { AU: 'R', U1: 'X' } },
  },
  {
    name: 'a level that does not exist is left out',
    page: `${ENTITY}/entity-rights.md`,
    before: storage(),
    request: call('rights', { ENTITY: 'log', ACCESS: { AU: 'Z', U2: 'X' } }),
    body: { result: { U2: 'X', U1: 'X' } },
  },
  {
    name: 'everybody reads the rights',
    page: `${ENTITY}/entity-rights.md`,
    before: storage({}),
    request: call('rights', { ENTITY: 'log' }, { user: 'employee' }),
    body: { result: { U1: 'X' } },
  },
  {
    name: 'rights are changed by whoever may manage',
    page: `${ENTITY}/entity-rights.md`,
    before: storage(),
    request: call('rights', { ENTITY: 'log', ACCESS: { U2: 'X' } }, MANAGER),
    ...DENIED,
  },
  {
    name: 'whoever is given the right to manage manages',
    page: `${ENTITY}/entity-rights.md`,
    before: storage({ U2: 'X' }),
    request: call('update', { ENTITY: 'log', NAME: 'Ours' }, MANAGER),
    ...TRUE,
  },
  {
    name: 'the rights of no storage are null',
    page: `${ENTITY}/entity-rights.md`,
    before: [withScope],
    request: call('rights', { ENTITY: 'log' }),
    body: { result: null },
  },
  {
    name: 'rights require a code',
    page: `${ENTITY}/entity-rights.md`,
    before: [withScope],
    request: call('rights'),
    ...argument('ENTITY'),
  },

  {
    name: 'a property is declared',
    page: `${PROPERTY}/entity-item-property-add.md`,
    before: [...storage(), property('ORDER_ID', 'N')],
    request: call('item.property.get', { ENTITY: 'log', PROPERTY: 'ORDER_ID' }),
    body: { result: { PROPERTY: 'ORDER_ID', NAME: 'ORDER_ID', TYPE: 'N', SORT: '500' } },
  },
  {
    name: 'properties come by their sort',
    page: `${PROPERTY}/entity-item-property-get.md`,
    before: [
      ...storage(),
      once(call('item.property.add', { ENTITY: 'log', PROPERTY: 'B', NAME: 'b', SORT: 200 })),
      once(call('item.property.add', { ENTITY: 'log', PROPERTY: 'A', NAME: 'a', SORT: 100 })),
    ],
    request: call('item.property.get', { ENTITY: 'log' }),
    body: {
      result: [
        { PROPERTY: 'A', NAME: 'a', TYPE: 'S', SORT: '100' },
        { PROPERTY: 'B', NAME: 'b', TYPE: 'S', SORT: '200' },
      ],
    },
  },
  {
    name: 'a property is there once',
    page: `${PROPERTY}/entity-item-property-add.md`,
    before: [...storage(), property('NOTE')],
    request: call('item.property.add', { ENTITY: 'log', PROPERTY: 'NOTE' }),
    ...refused('ERROR_PROPERTY_ALREADY_EXISTS', 'Property already exists'),
  },
  {
    name: 'a property requires a code',
    page: `${PROPERTY}/entity-item-property-add.md`,
    before: storage(),
    request: call('item.property.add', { ENTITY: 'log' }),
    ...argument('PROPERTY'),
  },
  {
    name: 'a code of a property does not begin with a digit',
    page: `${PROPERTY}/entity-item-property-add.md`,
    before: storage(),
    request: call('item.property.add', { ENTITY: 'log', PROPERTY: '1ST' }),
    ...refused('ERROR_CORE', 'Property code cannot start with a digit'),
  },
  {
    name: 'a property is no list',
    page: `${PROPERTY}/entity-item-property-add.md`,
    before: storage(),
    request: call('item.property.add', { ENTITY: 'log', PROPERTY: 'A', TYPE: 'L' }),
    ...refused('ERROR_UNSUPPORTED_PROPERTY_TYPE', 'Invalid property type'),
  },
  {
    name: 'a property has one of three types',
    page: `${PROPERTY}/entity-item-property-add.md`,
    before: storage(),
    request: call('item.property.add', { ENTITY: 'log', PROPERTY: 'A', TYPE: 'Q' }),
    ...argument('TYPE', 'Wrong entity item property type'),
  },
  {
    name: 'properties are declared by whoever may manage',
    page: `${PROPERTY}/entity-item-property-add.md`,
    before: storage(),
    request: call('item.property.add', { ENTITY: 'log', PROPERTY: 'A' }, MANAGER),
    ...DENIED,
  },
  {
    name: 'a property may be missing',
    page: `${PROPERTY}/entity-item-property-get.md`,
    before: storage(),
    request: call('item.property.get', { ENTITY: 'log', PROPERTY: 'A' }),
    ...NO_PROPERTY,
  },
  {
    name: 'values move along when their property gets another code',
    page: `${PROPERTY}/entity-item-property-update.md`,
    before: [
      ...storage(),
      property('NOTE'),
      item('First', { NOTE: 'kept' }),
      once(call('item.property.update', { ENTITY: 'log', PROPERTY: 'NOTE', PROPERTY_NEW: 'TEXT' })),
    ],
    request: get(),
    body: { result: [{ ...ROW, PROPERTY_VALUES: { TEXT: 'kept' } }], total: 1 },
  },
  {
    name: 'a property does not take the code of another',
    page: `${PROPERTY}/entity-item-property-update.md`,
    before: [...storage(), property('A'), property('B')],
    request: call('item.property.update', { ENTITY: 'log', PROPERTY: 'A', PROPERTY_NEW: 'B' }),
    ...refused('ERROR_PROPERTY_ALREADY_EXISTS', 'Property B already exists'),
  },
  {
    name: 'a property never becomes a file',
    page: `${PROPERTY}/entity-item-property-update.md`,
    before: [...storage(), property('A')],
    request: call('item.property.update', { ENTITY: 'log', PROPERTY: 'A', TYPE: 'F' }),
    ...argument('TYPE', 'Cannot change property type to File'),
  },
  {
    name: 'a property that is changed must be there',
    page: `${PROPERTY}/entity-item-property-update.md`,
    before: storage(),
    request: call('item.property.update', { ENTITY: 'log', PROPERTY: 'A', NAME: 'x' }),
    ...NO_PROPERTY,
  },
  {
    name: 'a deleted property takes its values along',
    page: `${PROPERTY}/entity-item-property-delete.md`,
    before: [
      ...storage(),
      property('NOTE'),
      item('First', { NOTE: 'gone' }),
      once(call('item.property.delete', { ENTITY: 'log', PROPERTY: 'NOTE' })),
    ],
    request: get(),
    body: { result: [ROW], total: 1 },
  },
  {
    name: 'a property that is deleted must be there',
    page: `${PROPERTY}/entity-item-property-delete.md`,
    before: storage(),
    request: call('item.property.delete', { ENTITY: 'log', PROPERTY: 'A' }),
    ...NO_PROPERTY,
  },

  {
    name: 'a new item is answered by its id',
    page: `${ITEM}/entity-item-add.md`,
    before: storage(),
    request: call('item.add', { ENTITY: 'log', NAME: 'First' }),
    body: { result: FIRST },
  },
  {
    name: 'an item is a row of texts',
    page: `${ITEM}/entity-item-get.md`,
    before: [...storage(), item('First')],
    request: get(),
    body: { result: [ROW], total: 1 },
  },
  {
    name: 'author and time are the server’s own',
    page: `${ITEM}/entity-item-get.md`,
    before: [
      ...storage(),
      once(
        call(
          'item.add',
          { ENTITY: 'log', NAME: 'First', CREATED_BY: 1, DATE_CREATE: '2020-01-01T00:00:00+03:00' },
          MANAGER,
        ),
      ),
    ],
    request: get(),
    body: { result: [{ ...ROW, CREATED_BY: '2', MODIFIED_BY: '2' }], total: 1 },
  },
  {
    name: 'only declared properties are kept',
    page: `${ITEM}/entity-item-add.md`,
    before: [...storage(), property('NOTE'), property('OTHER'), item('First', { NOTE: 'kept', NONSENSE: 'lost' })],
    request: get(),
    body: { result: [{ ...ROW, PROPERTY_VALUES: { NOTE: 'kept', OTHER: null } }], total: 1 },
  },
  {
    name: 'a number is kept as text',
    page: `${ITEM}/entity-item-get.md`,
    before: [...storage(), property('ORDER_ID', 'N'), item('First', { ORDER_ID: 17 })],
    request: get(),
    body: { result: [{ ...ROW, PROPERTY_VALUES: { ORDER_ID: '17' } }], total: 1 },
  },
  {
    name: 'the right to write is enough to add',
    page: `${ITEM}/entity-item-add.md`,
    before: storage(),
    request: call('item.add', { ENTITY: 'log', NAME: 'First' }, MANAGER),
    body: { result: FIRST },
  },
  {
    name: 'the right to read is not enough to add',
    page: `${ITEM}/entity-item-add.md`,
    before: storage({ AU: 'R' }),
    request: call('item.add', { ENTITY: 'log', NAME: 'First' }, MANAGER),
    ...DENIED,
  },
  {
    name: 'an item requires a storage',
    page: `${ITEM}/entity-item-add.md`,
    before: [withScope],
    request: call('item.add', { ENTITY: 'log', NAME: 'First' }),
    ...NO_STORAGE,
  },
  {
    name: 'an item requires days that are days',
    page: `${ITEM}/entity-item-add.md`,
    before: storage(),
    request: call('item.add', { ENTITY: 'log', DATE_ACTIVE_FROM: 'soon' }),
    ...argument('DATE_ACTIVE_FROM', "The value of an argument 'DATE_ACTIVE_FROM' must be of type date"),
  },

  {
    name: 'items come by id',
    page: `${ITEM}/entity-item-get.md`,
    before: THREE_ITEMS,
    request: get(),
    body: foundItems('One', 'Two', 'Three'),
  },
  {
    name: 'items are sorted',
    page: `${ITEM}/entity-item-get.md`,
    before: THREE_ITEMS,
    request: get({ SORT: { ID: 'DESC' } }),
    body: foundItems('Three', 'Two', 'One'),
  },
  {
    name: 'items are sorted by a property, numbers as numbers',
    page: `${ITEM}/entity-item-get.md`,
    before: THREE_ITEMS,
    request: get({ SORT: { PROPERTY_ORDER_ID: 'ASC' } }),
    body: foundItems('Two', 'One', 'Three'),
  },
  {
    name: 'items are found by a property',
    page: `${ITEM}/entity-item-get.md`,
    before: THREE_ITEMS,
    request: get({ FILTER: { PROPERTY_ORDER_ID: 9 } }),
    body: foundItems('Two'),
  },
  {
    name: 'items are found by a range',
    page: `${ITEM}/entity-item-get.md`,
    before: THREE_ITEMS,
    request: get({ FILTER: { '><PROPERTY_ORDER_ID': [9, 10] } }),
    body: foundItems('One', 'Two'),
  },
  {
    name: 'items are found by a part of a text',
    page: `${ITEM}/entity-item-get.md`,
    before: THREE_ITEMS,
    request: get({ FILTER: { '%PROPERTY_NOTE': 'UND' } }),
    body: foundItems('Three'),
  },
  {
    name: 'items after one id are found',
    page: `${ITEM}/entity-item-get.md`,
    before: THREE_ITEMS,
    request: get({ FILTER: { '>ID': 5002 } }),
    body: foundItems('Two', 'Three'),
  },
  {
    name: 'items with a value at all are found',
    page: `${ITEM}/entity-item-get.md`,
    before: THREE_ITEMS,
    request: get({ FILTER: { '?PROPERTY_NOTE': 'Y' } }),
    body: foundItems('One', 'Three'),
  },
  {
    name: 'an unknown filter is ignored',
    page: 'FACTS.md: filters of storages',
    before: THREE_ITEMS,
    request: get({ FILTER: { NONSENSE: 1 } }),
    body: foundItems('One', 'Two', 'Three'),
  },
  {
    name: 'whoever may not read finds nothing',
    page: 'FACTS.md: reading a storage',
    before: [...storage({}), item('First')],
    request: { ...get(), ...MANAGER },
    body: { result: [], total: 0 },
  },
  {
    name: 'the administrators are a group',
    page: `${ENTITY}/entity-add.md`,
    before: [withScope, once(call('add', { ENTITY: 'log', NAME: 'Log', ACCESS: { G1: 'W' } }, { user: 'employee' }))],
    request: call('item.add', { ENTITY: 'log', NAME: 'First' }),
    body: { result: FIRST },
  },

  {
    name: 'update records who changed an item, and keeps who made it',
    page: `${ITEM}/entity-item-update.md`,
    before: [
      ...storage(),
      item('First'),
      once(call('item.update', { ENTITY: 'log', ID: FIRST, NAME: 'Second' }, MANAGER)),
    ],
    request: get(),
    body: { result: [{ ...ROW, NAME: 'Second', MODIFIED_BY: '2' }], total: 1 },
  },
  {
    name: 'update keeps the properties that are not sent',
    page: 'FACTS.md: update of an item',
    before: [
      ...storage(),
      property('A'),
      property('B'),
      item('First', { A: '1', B: '2' }),
      once(call('item.update', { ENTITY: 'log', ID: 5002, PROPERTY_VALUES: { B: '3' } })),
    ],
    request: get(),
    body: { result: [{ ...ROW, PROPERTY_VALUES: { A: '1', B: '3' } }], total: 1 },
  },
  {
    name: 'update requires an id',
    page: `${ITEM}/entity-item-update.md`,
    before: storage(),
    request: call('item.update', { ENTITY: 'log', NAME: 'x' }),
    ...argument('ID'),
  },
  {
    name: 'update finds no such item',
    page: `${ITEM}/entity-item-update.md`,
    before: storage(),
    request: call('item.update', { ENTITY: 'log', ID: 77 }),
    ...NO_ITEM,
  },
  {
    name: 'update requires the right to write',
    page: `${ITEM}/entity-item-update.md`,
    before: [...storage({ AU: 'R' }), item('First')],
    request: call('item.update', { ENTITY: 'log', ID: FIRST, NAME: 'x' }, MANAGER),
    ...DENIED,
  },
  {
    name: 'an item is deleted',
    page: `${ITEM}/entity-item-delete.md`,
    before: [...storage(), item('First')],
    request: call('item.delete', { ENTITY: 'log', ID: FIRST }, MANAGER),
    ...TRUE,
    after: [{ request: get(), body: { result: [], total: 0 } }],
  },
  {
    name: 'delete requires an id',
    page: `${ITEM}/entity-item-delete.md`,
    before: storage(),
    request: call('item.delete', { ENTITY: 'log', ID: 0 }),
    ...argument('ID'),
  },
  {
    name: 'delete finds no such item',
    page: `${ITEM}/entity-item-delete.md`,
    before: storage(),
    request: call('item.delete', { ENTITY: 'log', ID: 77 }),
    ...NO_ITEM,
  },
  {
    name: 'delete requires the right to write',
    page: `${ITEM}/entity-item-delete.md`,
    before: [...storage({ AU: 'R' }), item('First')],
    request: call('item.delete', { ENTITY: 'log', ID: FIRST }, MANAGER),
    ...DENIED,
  },
]
