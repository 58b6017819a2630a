import type { LocalPortal } from '@emulator/portal/state'
import type { Ask, Case, Step } from './case'
import { expect } from 'vitest'
import { refusal } from './refusals'

const ENTITY = 'api-reference/entity/entities'
const ITEM = 'api-reference/entity/items'
const PROPERTY = 'api-reference/entity/items/properties'
const AT = '2026-11-02T15:00:00+03:00'

const call = (method: string, params: object = {}, rest: Partial<Ask> = {}): Ask => ({
  method: `entity.${method}`,
  params: { ...params },
  ...rest,
})
const step = (ask: Ask): Step => ({ calls: 1, ask })
const withScope: Step = { change: (portal: LocalPortal) => void portal.app.scopes.push('entity') }
const storage = (access: object = { AU: 'W' }): Step[] => [
  withScope,
  step(call('add', { ENTITY: 'log', NAME: 'Log', ACCESS: access })),
]
const property = (code: string, type = 'S'): Step =>
  step(call('item.property.add', { ENTITY: 'log', PROPERTY: code, NAME: code, TYPE: type }))
const item = (name: string, values: object = {}, rest: Partial<Ask> = {}): Step =>
  step(call('item.add', { ENTITY: 'log', NAME: name, PROPERTY_VALUES: values }, rest))

const argument = (name: string, text = `Argument '${name}' is null or empty`) => ({
  status: 400,
  body: { ...refusal('ERROR_ARGUMENT', text), argument: name },
})
const no = (code: string, text: string) => ({ status: 400, body: refusal(code, text) })
const NO_STORAGE = no('ERROR_ENTITY_NOT_FOUND', 'Entity not found')
const NO_PROPERTY = no('ERROR_PROPERTY_NOT_FOUND', 'Property not found')
const NO_ITEM = no('ERROR_ITEM_NOT_FOUND', 'Item not found')
const DENIED = no('ACCESS_DENIED', 'Access denied!')
const NO_APP = no('ACCESS_DENIED', 'Access denied! Application context required')
const TOO_LONG = {
  status: 400,
  body: { ...refusal('ERROR_ARGUMENT', 'Entity code is too long. Max length is 16 characters.'), argument: '' },
}
const DONE = { body: { result: true } }
const MANAGER = { as: 'manager' } as const

/** The first id after the storage's own. */
const FIRST = 5002
const ROW = {
  ID: '5002',
  TIMESTAMP_X: AT,
  MODIFIED_BY: '1',
  DATE_CREATE: AT,
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
const three: Step[] = [
  ...storage(),
  property('ORDER_ID', 'N'),
  property('NOTE'),
  item('One', { ORDER_ID: 10, NOTE: 'moved' }),
  item('Two', { ORDER_ID: 9 }),
  item('Three', { ORDER_ID: 100, NOTE: 'undone' }),
]
const named = (...names: string[]) => ({
  result: names.map((NAME) => expect.objectContaining({ NAME })),
  total: names.length,
})

export const STORAGES_CASES: Case[] = [
  {
    says: 'a storage is made',
    page: `${ENTITY}/entity-add.md`,
    before: [withScope],
    ask: call('add', { ENTITY: 'log', NAME: 'Log' }),
    ...DONE,
  },
  {
    says: 'everybody who may use the app makes storages',
    page: `${ENTITY}/entity-add.md`,
    before: [withScope],
    ask: call('add', { ENTITY: 'log', NAME: 'Log' }, { as: 'employee' }),
    ...DONE,
  },
  {
    says: 'a portal may leave that to administrators',
    page: 'FACTS.md: who makes storages',
    settings: { storageMakers: 'administrators' },
    before: [withScope],
    ask: call('add', { ENTITY: 'log', NAME: 'Log' }, { as: 'employee' }),
    ...DENIED,
  },
  {
    says: 'a code is there once',
    page: `${ENTITY}/entity-add.md`,
    before: storage(),
    ask: call('add', { ENTITY: 'log', NAME: 'Other' }),
    ...no('ERROR_ENTITY_ALREADY_EXISTS', 'Entity already exists'),
  },
  {
    says: 'a code is cleaned of what it may not have',
    page: `${ENTITY}/entity-add.md`,
    before: storage(),
    ask: call('add', { ENTITY: 'l-o g', NAME: 'Other' }),
    ...no('ERROR_ENTITY_ALREADY_EXISTS', 'Entity already exists'),
  },
  {
    says: 'a code of nothing but that is empty',
    page: `${ENTITY}/entity-add.md`,
    before: [withScope],
    ask: call('add', { ENTITY: '-- !', NAME: 'Log' }),
    ...argument('ENTITY'),
  },
  {
    says: 'a code and the id of the app have fifty characters together',
    page: `${ENTITY}/entity-add.md`,
    before: [withScope],
    ask: call('add', { ENTITY: 'a_rather_long_code', NAME: 'Log' }),
    ...TOO_LONG,
  },
  {
    says: 'a storage wants a name',
    page: `${ENTITY}/entity-add.md`,
    before: [withScope],
    ask: call('add', { ENTITY: 'log' }),
    ...argument('NAME'),
  },
  {
    says: 'a webhook has no storages',
    page: `${ENTITY}/entity-add.md`,
    ask: call('add', { ENTITY: 'log', NAME: 'Log' }, { by: 'webhook' }),
    ...NO_APP,
  },
  {
    says: 'other sources refuse a webhook with status 403',
    page: 'FACTS.md: refusals',
    settings: { refusals: 'other-sources' },
    ask: call('get', {}, { by: 'webhook' }),
    status: 403,
    body: NO_APP.body,
  },
  {
    says: 'storages need their scope',
    page: `${ENTITY}/entity-add.md`,
    ask: call('get'),
    status: 403,
    body: refusal('insufficient_scope', 'The request requires higher privileges than provided by the access token'),
  },

  {
    says: 'one storage is an object',
    page: `${ENTITY}/entity-get.md`,
    before: storage(),
    ask: call('get', { ENTITY: 'log' }),
    body: { result: { ID: '5001', IBLOCK_TYPE_ID: 'rest_entity', ENTITY: 'log', NAME: 'Log' } },
  },
  {
    says: 'all storages are a list',
    page: `${ENTITY}/entity-get.md`,
    before: storage(),
    ask: call('get'),
    body: { result: [{ ID: '5001', IBLOCK_TYPE_ID: 'rest_entity', ENTITY: 'log', NAME: 'Log' }] },
  },
  {
    says: 'a storage may be missing',
    page: `${ENTITY}/entity-get.md`,
    before: [withScope],
    ask: call('get', { ENTITY: 'log' }),
    ...NO_STORAGE,
  },
  {
    says: 'an empty code is not the same as none',
    page: `${ENTITY}/entity-get.md`,
    before: [withScope],
    ask: call('get', { ENTITY: '' }),
    ...argument('ENTITY'),
  },

  {
    says: 'a storage gets another name and another code',
    page: `${ENTITY}/entity-update.md`,
    before: storage(),
    ask: call('update', { ENTITY: 'log', NAME: 'Journal', ENTITY_NEW: 'journal' }),
    ...DONE,
    after: [
      {
        ask: call('get'),
        body: { result: [{ ID: '5001', IBLOCK_TYPE_ID: 'rest_entity', ENTITY: 'journal', NAME: 'Journal' }] },
      },
    ],
  },
  {
    says: 'a storage does not take the code of another',
    page: `${ENTITY}/entity-update.md`,
    before: [...storage(), step(call('add', { ENTITY: 'journal', NAME: 'Journal' }))],
    ask: call('update', { ENTITY: 'log', ENTITY_NEW: 'journal' }),
    ...no('ERROR_ENTITY_ALREADY_EXISTS', 'Entity already exists'),
  },
  {
    says: 'a storage is changed by whoever may manage it',
    page: `${ENTITY}/entity-update.md`,
    before: storage(),
    ask: call('update', { ENTITY: 'log', NAME: 'Mine' }, MANAGER),
    ...DENIED,
  },
  {
    says: 'a storage that is changed must be there',
    page: `${ENTITY}/entity-update.md`,
    before: [withScope],
    ask: call('update', { ENTITY: 'log', NAME: 'x' }),
    ...NO_STORAGE,
  },
  {
    says: 'a storage is deleted',
    page: `${ENTITY}/entity-delete.md`,
    before: storage(),
    ask: call('delete', { ENTITY: 'log' }),
    ...DONE,
    after: [{ ask: call('get'), body: { result: [] } }],
  },
  {
    says: 'a storage is deleted by whoever may manage it',
    page: `${ENTITY}/entity-delete.md`,
    before: storage(),
    ask: call('delete', { ENTITY: 'log' }, MANAGER),
    ...DENIED,
  },
  {
    says: 'a storage that is deleted must be there',
    page: `${ENTITY}/entity-delete.md`,
    before: [withScope],
    ask: call('delete', { ENTITY: 'log' }),
    ...NO_STORAGE,
  },

  {
    says: 'the maker of a storage always manages it',
    page: `${ENTITY}/entity-rights.md`,
    before: storage({ AU: 'R', U1: 'R' }),
    ask: call('rights', { ENTITY: 'log' }),
    body: { result: { AU: 'R', U1: 'X' } },
  },
  {
    says: 'a level that does not exist is left out',
    page: `${ENTITY}/entity-rights.md`,
    before: storage(),
    ask: call('rights', { ENTITY: 'log', ACCESS: { AU: 'Z', U2: 'X' } }),
    body: { result: { U2: 'X', U1: 'X' } },
  },
  {
    says: 'everybody reads the rights',
    page: `${ENTITY}/entity-rights.md`,
    before: storage({}),
    ask: call('rights', { ENTITY: 'log' }, { as: 'employee' }),
    body: { result: { U1: 'X' } },
  },
  {
    says: 'rights are changed by whoever may manage',
    page: `${ENTITY}/entity-rights.md`,
    before: storage(),
    ask: call('rights', { ENTITY: 'log', ACCESS: { U2: 'X' } }, MANAGER),
    ...DENIED,
  },
  {
    says: 'whoever is given the right to manage manages',
    page: `${ENTITY}/entity-rights.md`,
    before: storage({ U2: 'X' }),
    ask: call('update', { ENTITY: 'log', NAME: 'Ours' }, MANAGER),
    ...DONE,
  },
  {
    says: 'the rights of no storage are null',
    page: `${ENTITY}/entity-rights.md`,
    before: [withScope],
    ask: call('rights', { ENTITY: 'log' }),
    body: { result: null },
  },
  {
    says: 'rights want a code',
    page: `${ENTITY}/entity-rights.md`,
    before: [withScope],
    ask: call('rights'),
    ...argument('ENTITY'),
  },

  {
    says: 'a property is declared',
    page: `${PROPERTY}/entity-item-property-add.md`,
    before: [...storage(), property('ORDER_ID', 'N')],
    ask: call('item.property.get', { ENTITY: 'log', PROPERTY: 'ORDER_ID' }),
    body: { result: { PROPERTY: 'ORDER_ID', NAME: 'ORDER_ID', TYPE: 'N', SORT: '500' } },
  },
  {
    says: 'properties come by their sort',
    page: `${PROPERTY}/entity-item-property-get.md`,
    before: [
      ...storage(),
      step(call('item.property.add', { ENTITY: 'log', PROPERTY: 'B', NAME: 'b', SORT: 200 })),
      step(call('item.property.add', { ENTITY: 'log', PROPERTY: 'A', NAME: 'a', SORT: 100 })),
    ],
    ask: call('item.property.get', { ENTITY: 'log' }),
    body: {
      result: [
        { PROPERTY: 'A', NAME: 'a', TYPE: 'S', SORT: '100' },
        { PROPERTY: 'B', NAME: 'b', TYPE: 'S', SORT: '200' },
      ],
    },
  },
  {
    says: 'a property is there once',
    page: `${PROPERTY}/entity-item-property-add.md`,
    before: [...storage(), property('NOTE')],
    ask: call('item.property.add', { ENTITY: 'log', PROPERTY: 'NOTE' }),
    ...no('ERROR_PROPERTY_ALREADY_EXISTS', 'Property already exists'),
  },
  {
    says: 'a property wants a code',
    page: `${PROPERTY}/entity-item-property-add.md`,
    before: storage(),
    ask: call('item.property.add', { ENTITY: 'log' }),
    ...argument('PROPERTY'),
  },
  {
    says: 'a code of a property does not begin with a digit',
    page: `${PROPERTY}/entity-item-property-add.md`,
    before: storage(),
    ask: call('item.property.add', { ENTITY: 'log', PROPERTY: '1ST' }),
    ...no('ERROR_CORE', 'Property code cannot start with a digit'),
  },
  {
    says: 'a property is no list',
    page: `${PROPERTY}/entity-item-property-add.md`,
    before: storage(),
    ask: call('item.property.add', { ENTITY: 'log', PROPERTY: 'A', TYPE: 'L' }),
    ...no('ERROR_UNSUPPORTED_PROPERTY_TYPE', 'Invalid property type'),
  },
  {
    says: 'a property has one of three types',
    page: `${PROPERTY}/entity-item-property-add.md`,
    before: storage(),
    ask: call('item.property.add', { ENTITY: 'log', PROPERTY: 'A', TYPE: 'Q' }),
    ...argument('TYPE', 'Wrong entity item property type'),
  },
  {
    says: 'properties are declared by whoever may manage',
    page: `${PROPERTY}/entity-item-property-add.md`,
    before: storage(),
    ask: call('item.property.add', { ENTITY: 'log', PROPERTY: 'A' }, MANAGER),
    ...DENIED,
  },
  {
    says: 'a property may be missing',
    page: `${PROPERTY}/entity-item-property-get.md`,
    before: storage(),
    ask: call('item.property.get', { ENTITY: 'log', PROPERTY: 'A' }),
    ...NO_PROPERTY,
  },
  {
    says: 'values move along when their property gets another code',
    page: `${PROPERTY}/entity-item-property-update.md`,
    before: [
      ...storage(),
      property('NOTE'),
      item('First', { NOTE: 'kept' }),
      step(call('item.property.update', { ENTITY: 'log', PROPERTY: 'NOTE', PROPERTY_NEW: 'TEXT' })),
    ],
    ask: get(),
    body: { result: [{ ...ROW, PROPERTY_VALUES: { TEXT: 'kept' } }], total: 1 },
  },
  {
    says: 'a property does not take the code of another',
    page: `${PROPERTY}/entity-item-property-update.md`,
    before: [...storage(), property('A'), property('B')],
    ask: call('item.property.update', { ENTITY: 'log', PROPERTY: 'A', PROPERTY_NEW: 'B' }),
    ...no('ERROR_PROPERTY_ALREADY_EXISTS', 'Property B already exists'),
  },
  {
    says: 'a property never becomes a file',
    page: `${PROPERTY}/entity-item-property-update.md`,
    before: [...storage(), property('A')],
    ask: call('item.property.update', { ENTITY: 'log', PROPERTY: 'A', TYPE: 'F' }),
    ...argument('TYPE', 'Cannot change property type to File'),
  },
  {
    says: 'a property that is changed must be there',
    page: `${PROPERTY}/entity-item-property-update.md`,
    before: storage(),
    ask: call('item.property.update', { ENTITY: 'log', PROPERTY: 'A', NAME: 'x' }),
    ...NO_PROPERTY,
  },
  {
    says: 'a deleted property takes its values along',
    page: `${PROPERTY}/entity-item-property-delete.md`,
    before: [
      ...storage(),
      property('NOTE'),
      item('First', { NOTE: 'gone' }),
      step(call('item.property.delete', { ENTITY: 'log', PROPERTY: 'NOTE' })),
    ],
    ask: get(),
    body: { result: [ROW], total: 1 },
  },
  {
    says: 'a property that is deleted must be there',
    page: `${PROPERTY}/entity-item-property-delete.md`,
    before: storage(),
    ask: call('item.property.delete', { ENTITY: 'log', PROPERTY: 'A' }),
    ...NO_PROPERTY,
  },

  {
    says: 'a new item is answered by its id',
    page: `${ITEM}/entity-item-add.md`,
    before: storage(),
    ask: call('item.add', { ENTITY: 'log', NAME: 'First' }),
    body: { result: FIRST },
  },
  {
    says: 'an item is a row of texts',
    page: `${ITEM}/entity-item-get.md`,
    before: [...storage(), item('First')],
    ask: get(),
    body: { result: [ROW], total: 1 },
  },
  {
    says: 'author and time are the server’s own',
    page: `${ITEM}/entity-item-get.md`,
    before: [
      ...storage(),
      step(
        call(
          'item.add',
          { ENTITY: 'log', NAME: 'First', CREATED_BY: 1, DATE_CREATE: '2020-01-01T00:00:00+03:00' },
          MANAGER,
        ),
      ),
    ],
    ask: get(),
    body: { result: [{ ...ROW, CREATED_BY: '2', MODIFIED_BY: '2' }], total: 1 },
  },
  {
    says: 'only declared properties are kept',
    page: `${ITEM}/entity-item-add.md`,
    before: [...storage(), property('NOTE'), property('OTHER'), item('First', { NOTE: 'kept', NONSENSE: 'lost' })],
    ask: get(),
    body: { result: [{ ...ROW, PROPERTY_VALUES: { NOTE: 'kept', OTHER: null } }], total: 1 },
  },
  {
    says: 'a number is kept as text',
    page: `${ITEM}/entity-item-get.md`,
    before: [...storage(), property('ORDER_ID', 'N'), item('First', { ORDER_ID: 17 })],
    ask: get(),
    body: { result: [{ ...ROW, PROPERTY_VALUES: { ORDER_ID: '17' } }], total: 1 },
  },
  {
    says: 'the right to write is enough to add',
    page: `${ITEM}/entity-item-add.md`,
    before: storage(),
    ask: call('item.add', { ENTITY: 'log', NAME: 'First' }, MANAGER),
    body: { result: FIRST },
  },
  {
    says: 'the right to read is not enough to add',
    page: `${ITEM}/entity-item-add.md`,
    before: storage({ AU: 'R' }),
    ask: call('item.add', { ENTITY: 'log', NAME: 'First' }, MANAGER),
    ...DENIED,
  },
  {
    says: 'an item wants a storage',
    page: `${ITEM}/entity-item-add.md`,
    before: [withScope],
    ask: call('item.add', { ENTITY: 'log', NAME: 'First' }),
    ...NO_STORAGE,
  },
  {
    says: 'an item wants days that are days',
    page: `${ITEM}/entity-item-add.md`,
    before: storage(),
    ask: call('item.add', { ENTITY: 'log', DATE_ACTIVE_FROM: 'soon' }),
    ...argument('DATE_ACTIVE_FROM', "The value of an argument 'DATE_ACTIVE_FROM' must be of type date"),
  },

  {
    says: 'items come by id',
    page: `${ITEM}/entity-item-get.md`,
    before: three,
    ask: get(),
    body: named('One', 'Two', 'Three'),
  },
  {
    says: 'items are sorted',
    page: `${ITEM}/entity-item-get.md`,
    before: three,
    ask: get({ SORT: { ID: 'DESC' } }),
    body: named('Three', 'Two', 'One'),
  },
  {
    says: 'items are sorted by a property, numbers as numbers',
    page: `${ITEM}/entity-item-get.md`,
    before: three,
    ask: get({ SORT: { PROPERTY_ORDER_ID: 'ASC' } }),
    body: named('Two', 'One', 'Three'),
  },
  {
    says: 'items are found by a property',
    page: `${ITEM}/entity-item-get.md`,
    before: three,
    ask: get({ FILTER: { PROPERTY_ORDER_ID: 9 } }),
    body: named('Two'),
  },
  {
    says: 'items are found by a range',
    page: `${ITEM}/entity-item-get.md`,
    before: three,
    ask: get({ FILTER: { '><PROPERTY_ORDER_ID': [9, 10] } }),
    body: named('One', 'Two'),
  },
  {
    says: 'items are found by a part of a text',
    page: `${ITEM}/entity-item-get.md`,
    before: three,
    ask: get({ FILTER: { '%PROPERTY_NOTE': 'UND' } }),
    body: named('Three'),
  },
  {
    says: 'items after one id are found',
    page: `${ITEM}/entity-item-get.md`,
    before: three,
    ask: get({ FILTER: { '>ID': 5002 } }),
    body: named('Two', 'Three'),
  },
  {
    says: 'items with a value at all are found',
    page: `${ITEM}/entity-item-get.md`,
    before: three,
    ask: get({ FILTER: { '?PROPERTY_NOTE': 'Y' } }),
    body: named('One', 'Three'),
  },
  {
    says: 'an unknown filter is ignored',
    page: 'FACTS.md: filters of storages',
    before: three,
    ask: get({ FILTER: { NONSENSE: 1 } }),
    body: named('One', 'Two', 'Three'),
  },
  {
    says: 'whoever may not read finds nothing',
    page: 'FACTS.md: reading a storage',
    before: [...storage({}), item('First')],
    ask: { ...get(), ...MANAGER },
    body: { result: [], total: 0 },
  },
  {
    says: 'the administrators are a group',
    page: `${ENTITY}/entity-add.md`,
    before: [withScope, step(call('add', { ENTITY: 'log', NAME: 'Log', ACCESS: { G1: 'W' } }, { as: 'employee' }))],
    ask: call('item.add', { ENTITY: 'log', NAME: 'First' }),
    body: { result: FIRST },
  },

  {
    says: 'update notes who changed an item, and keeps who made it',
    page: `${ITEM}/entity-item-update.md`,
    before: [
      ...storage(),
      item('First'),
      step(call('item.update', { ENTITY: 'log', ID: FIRST, NAME: 'Second' }, MANAGER)),
    ],
    ask: get(),
    body: { result: [{ ...ROW, NAME: 'Second', MODIFIED_BY: '2' }], total: 1 },
  },
  {
    says: 'update keeps the properties that are not sent',
    page: 'FACTS.md: update of an item',
    before: [
      ...storage(),
      property('A'),
      property('B'),
      item('First', { A: '1', B: '2' }),
      step(call('item.update', { ENTITY: 'log', ID: 5002, PROPERTY_VALUES: { B: '3' } })),
    ],
    ask: get(),
    body: { result: [{ ...ROW, PROPERTY_VALUES: { A: '1', B: '3' } }], total: 1 },
  },
  {
    says: 'update wants an id',
    page: `${ITEM}/entity-item-update.md`,
    before: storage(),
    ask: call('item.update', { ENTITY: 'log', NAME: 'x' }),
    ...argument('ID'),
  },
  {
    says: 'update knows no such item',
    page: `${ITEM}/entity-item-update.md`,
    before: storage(),
    ask: call('item.update', { ENTITY: 'log', ID: 77 }),
    ...NO_ITEM,
  },
  {
    says: 'update wants the right to write',
    page: `${ITEM}/entity-item-update.md`,
    before: [...storage({ AU: 'R' }), item('First')],
    ask: call('item.update', { ENTITY: 'log', ID: FIRST, NAME: 'x' }, MANAGER),
    ...DENIED,
  },
  {
    says: 'an item is deleted',
    page: `${ITEM}/entity-item-delete.md`,
    before: [...storage(), item('First')],
    ask: call('item.delete', { ENTITY: 'log', ID: FIRST }, MANAGER),
    ...DONE,
    after: [{ ask: get(), body: { result: [], total: 0 } }],
  },
  {
    says: 'delete wants an id',
    page: `${ITEM}/entity-item-delete.md`,
    before: storage(),
    ask: call('item.delete', { ENTITY: 'log', ID: 0 }),
    ...argument('ID'),
  },
  {
    says: 'delete knows no such item',
    page: `${ITEM}/entity-item-delete.md`,
    before: storage(),
    ask: call('item.delete', { ENTITY: 'log', ID: 77 }),
    ...NO_ITEM,
  },
  {
    says: 'delete wants the right to write',
    page: `${ITEM}/entity-item-delete.md`,
    before: [...storage({ AU: 'R' }), item('First')],
    ask: call('item.delete', { ENTITY: 'log', ID: FIRST }, MANAGER),
    ...DENIED,
  },
]
