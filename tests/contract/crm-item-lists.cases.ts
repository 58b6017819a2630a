import type { Case } from './case'
import { refusal } from './refusals'

const LIST = 'api-reference/crm/universal/crm-item-list.md'
const GET = 'api-reference/crm/universal/crm-item-get.md'
const FIELDS = 'api-reference/crm/universal/object-fields.md'
const NO_ITEMS = 'FACTS.md: types without crm.item'

const list = (params: object) => ({ method: 'crm.item.list', params: { entityTypeId: 2, select: ['id'], ...params } })
const get = (params: object) => ({ method: 'crm.item.get', params: { ...params } })
const add = (entityTypeId: number, fields: unknown) => ({ method: 'crm.item.add', params: { entityTypeId, fields } })
const look = (entityTypeId: number, id: number, select: string[]) => ({
  method: 'crm.item.list',
  params: { entityTypeId, filter: { id }, select },
})
const found = (...ids: number[]) => ({ body: { result: { items: ids.map((id) => ({ id })) }, total: ids.length } })
const shown = (item: object) => ({ body: { result: { items: [item] }, total: 1 } })
const invalid = (description: string) => ({ status: 400, body: refusal('INVALID_ARG_VALUE', description) })

export const CRM_ITEM_LIST_CASES: Case[] = [
  {
    says: 'deals come by id',
    page: LIST,
    ask: list({}),
    ...found(201, 202, 203),
  },
  {
    says: 'rows have the selected fields',
    page: LIST,
    ask: list({ select: ['id', 'title', 'nonsense'], filter: { id: 201 } }),
    body: { result: { items: [{ id: 201, title: 'Alpha chairs' }] }, total: 1 },
  },
  {
    says: 'a row without a known field is an empty array',
    page: LIST,
    ask: list({ select: ['nonsense'], filter: { id: 201 } }),
    body: { result: { items: [[]] }, total: 1 },
  },
  {
    says: 'a contact has two names',
    page: FIELDS,
    ask: list({ entityTypeId: 3, select: ['id', 'name', 'lastName'], filter: { id: 1 } }),
    body: { result: { items: [{ id: 1, name: 'Ada', lastName: 'Brandvik' }] }, total: 1 },
  },
  {
    says: 'a company has a title',
    page: FIELDS,
    ask: list({ entityTypeId: 4, select: ['id', 'title'], filter: { id: 1 } }),
    body: { result: { items: [{ id: 1, title: 'Northlight' }] }, total: 1 },
  },
  {
    says: '% finds a part of the title in any case',
    page: LIST,
    ask: list({ filter: { '%title': 'DESK' } }),
    ...found(202),
  },
  {
    says: '!% leaves out what has the part',
    page: LIST,
    ask: list({ filter: { '!%title': 'a d' } }),
    ...found(201, 203),
  },
  {
    says: '=% takes a pattern',
    page: LIST,
    ask: list({ filter: { '=%title': 'gamma%' } }),
    ...found(203),
  },
  {
    says: '>< takes a range',
    page: 'FACTS.md: 11',
    ask: list({ filter: { '><opportunity': [600, 800] } }),
    ...found(203),
  },
  {
    says: 'conditions add up',
    page: LIST,
    ask: list({ filter: { '@id': [201, 203], '>opportunity': 600 } }),
    ...found(203),
  },
  {
    says: 'groups are joined by OR',
    page: LIST,
    ask: list({ filter: { logic: 'OR', 0: { id: 201 }, 1: { '%title': 'lamps' } } }),
    ...found(201, 203),
  },
  {
    says: 'groups nest',
    page: LIST,
    ask: list({ filter: { categoryId: 0, 0: { logic: 'OR', 0: { '%title': 'desk' }, 1: { stageId: 'WON' } } } }),
    ...found(203),
  },
  {
    says: 'an unknown filter is refused',
    page: LIST,
    ask: list({ filter: { nonsense: 1 } }),
    ...invalid("Invalid filter: field 'nonsense' is not allowed in filter"),
  },
  {
    says: 'a prefix before capitals is refused',
    page: 'FACTS.md: 11',
    ask: list({ filter: { '%TITLE': 'x' } }),
    ...invalid("Invalid filter: field 'TITLE' is not allowed in filter"),
  },
  {
    says: 'a filter is checked to the bottom',
    page: LIST,
    ask: list({ filter: { 0: { 0: { nonsense: 1 } } } }),
    ...invalid("Invalid filter: field 'nonsense' is not allowed in filter"),
  },
  {
    says: 'text is no id',
    page: LIST,
    ask: list({ filter: { id: 'abc' } }),
    ...invalid("Invalid filter: field 'id' has invalid value"),
  },
  {
    says: 'a comparison takes no list',
    page: LIST,
    ask: list({ filter: { '>id': [1] } }),
    ...invalid("Invalid filter: field 'id' has invalid value"),
  },
  {
    says: 'a direction counts in any letter case',
    page: LIST,
    ask: list({ order: { opportunity: 'Desc' } }),
    ...found(202, 203, 201),
  },
  {
    says: 'an unknown order is refused',
    page: LIST,
    ask: list({ order: { nonsense: 'ASC' } }),
    ...invalid("Invalid order: field 'nonsense' is not allowed in order"),
  },
  {
    says: 'an unknown direction is refused',
    page: LIST,
    ask: list({ order: { id: 'up' } }),
    ...invalid("Invalid order: allowed sort directions are ASC, DESC. But got 'up' for field 'id'"),
  },
  {
    says: 'start -1 counts nothing',
    page: 'settings/performance/huge-data.md',
    ask: list({ start: -1 }),
    body: { result: { items: [{ id: 201 }, { id: 202 }, { id: 203 }] } },
  },
  {
    says: 'a deal that is not open is left out without a word',
    page: LIST,
    ask: { ...list({}), as: 'manager' },
    ...found(201, 202),
  },
  {
    says: 'an employee sees no wholesale deals',
    page: LIST,
    ask: { ...list({}), as: 'employee' },
    ...found(201),
  },
  {
    says: 'orders are no CRM items',
    page: NO_ITEMS,
    ask: list({ entityTypeId: 14 }),
    status: 400,
    body: refusal('ENTITY_TYPE_NOT_SUPPORTED', 'Entity type `Order` is not supported'),
  },
  {
    says: 'a type may not exist',
    page: LIST,
    ask: list({ entityTypeId: 777 }),
    status: 400,
    body: refusal('NOT_FOUND', 'Smart process not found'),
  },
  {
    says: 'a list wants a type',
    page: LIST,
    ask: { method: 'crm.item.list', params: {} },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {entityTypeId}'),
  },
  {
    says: 'an item may be gone',
    page: GET,
    ask: get({ entityTypeId: 2, id: 999 }),
    status: 400,
    body: refusal('NOT_FOUND', 'Element not found'),
  },
  {
    says: 'that an item is gone is said in the portal language',
    page: GET,
    settings: { language: 'ru' },
    ask: get({ entityTypeId: 2, id: 999 }),
    status: 400,
    body: refusal('NOT_FOUND', 'Элемент не найден'),
  },
  {
    says: 'an item may be hidden from a person',
    page: GET,
    ask: { ...get({ entityTypeId: 2, id: 203 }), as: 'manager' },
    status: 400,
    body: refusal('ACCESS_DENIED', 'Access denied'),
  },
  {
    says: 'get wants an id',
    page: GET,
    ask: get({ entityTypeId: 2 }),
    status: 400,
    body: refusal('100', 'Could not find value for parameter {id}'),
  },
  {
    says: 'the old invoice is no CRM item',
    page: NO_ITEMS,
    ask: get({ entityTypeId: 5, id: 1 }),
    status: 400,
    body: refusal('ENTITY_TYPE_NOT_SUPPORTED', 'Entity type `Invoice (old version)` is not supported'),
  },
  {
    says: 'a contact comes with its phones and e-mails, and flat copies of them',
    page: 'api-reference/crm/universal/crm-item-get.md',
    before: [
      {
        calls: 1,
        ask: add(3, {
          name: 'Ada',
          fm: [
            { typeId: 'PHONE', valueType: 'WORK', value: '+15550100' },
            { typeId: 'EMAIL', valueType: 'HOME', value: 'ada@example.com' },
          ],
        }),
      },
    ],
    ask: look(3, 5001, ['name', 'hasPhone', 'hasEmail', 'phoneWork', 'emailHome', 'emailWork', 'phone', 'email']),
    ...shown({
      name: 'Ada',
      hasPhone: 'Y',
      hasEmail: 'Y',
      phoneWork: '+15550100',
      emailHome: 'ada@example.com',
      emailWork: '',
      phone: '+15550100',
      email: 'ada@example.com',
    }),
  },
  {
    says: 'the phones themselves do not come where fields are chosen',
    page: 'FACTS.md: fm',
    ask: look(3, 1, ['id', 'fm']),
    ...shown({ id: 1 }),
  },
  {
    says: 'companies are found by a flag that nobody has set',
    page: FIELDS,
    ask: { method: 'crm.item.list', params: { entityTypeId: 4, filter: { isMyCompany: 'N' }, select: ['id'] } },
    body: { result: { items: [{ id: 1 }] }, total: 1 },
  },
  {
    says: 'deals are found by any of their contacts',
    page: 'api-reference/crm/deals/crm-deal-list.md',
    before: [{ calls: 1, ask: add(2, { contactIds: [1, 2] }) }],
    ask: {
      method: 'crm.item.list',
      params: { entityTypeId: 2, filter: { '@contactIds': [2], '>id': 5000 }, select: ['id'] },
    },
    body: { result: { items: [{ id: 5001 }] }, total: 1 },
  },
]
