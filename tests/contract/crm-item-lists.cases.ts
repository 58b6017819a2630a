import type { Case } from './case'
import { describeItemFields } from '@emulator/rows/item-field-descriptions'
import { INVOICE_FIELDS } from '@emulator/rows/item-fields'
import { add, listOne, oneItem } from './crm-items'
import { refusal } from './refusals'
import { giveDealsCustomers, putSignsInTexts } from './small-portal'

const LIST = 'api-reference/crm/universal/crm-item-list.md'
const GET = 'api-reference/crm/universal/crm-item-get.md'
const FIELDS = 'api-reference/crm/universal/object-fields.md'
const NO_ITEMS = 'FACTS.md: types without crm.item'

const list = (params: object) => ({ method: 'crm.item.list', params: { entityTypeId: 2, select: ['id'], ...params } })
const get = (params: object) => ({ method: 'crm.item.get', params: { ...params } })
const found = (...ids: number[]) => ({ body: { result: { items: ids.map((id) => ({ id })) }, total: ids.length } })
const invalid = (description: string) => ({ status: 400, body: refusal('INVALID_ARG_VALUE', description) })

export const CRM_ITEM_LIST_CASES: Case[] = [
  {
    name: 'deals come by id',
    page: LIST,
    request: list({}),
    ...found(201, 202, 203),
  },
  {
    name: 'rows have the selected fields',
    page: LIST,
    request: list({ select: ['id', 'title', 'nonsense'], filter: { id: 201 } }),
    body: { result: { items: [{ id: 201, title: 'Alpha chairs' }] }, total: 1 },
  },
  {
    name: 'a row without a known field is an empty array',
    page: LIST,
    request: list({ select: ['nonsense'], filter: { id: 201 } }),
    body: { result: { items: [[]] }, total: 1 },
  },
  {
    name: 'a contact has two names',
    page: FIELDS,
    request: list({ entityTypeId: 3, select: ['id', 'name', 'lastName'], filter: { id: 1 } }),
    body: { result: { items: [{ id: 1, name: 'Ada', lastName: 'Brandvik' }] }, total: 1 },
  },
  {
    name: 'a company has a title',
    page: FIELDS,
    request: list({ entityTypeId: 4, select: ['id', 'title'], filter: { id: 1 } }),
    body: { result: { items: [{ id: 1, title: 'Northlight' }] }, total: 1 },
  },
  {
    name: '% finds a part of the title in any case',
    page: LIST,
    request: list({ filter: { '%title': 'DESK' } }),
    ...found(202),
  },
  {
    name: '% does not take the sign in its value for a pattern',
    page: 'FACTS.md: a percent sign in a value',
    before: [{ change: putSignsInTexts }],
    request: list({ filter: { '%title': '10%' } }),
    ...found(201),
  },
  {
    name: '=% takes the sign in its value for any text',
    page: LIST,
    before: [{ change: putSignsInTexts }],
    request: list({ filter: { '=%title': 'Ten 10%off' } }),
    ...found(201, 202),
  },
  {
    name: 'every word of a name is in one of its parts',
    page: LIST,
    request: list({
      entityTypeId: 3,
      filter: {
        0: { logic: 'OR', 0: { '%name': 'bran' }, 1: { '%lastName': 'bran' } },
        1: { logic: 'OR', 0: { '%name': 'ada' }, 1: { '%lastName': 'ada' } },
      },
    }),
    ...found(1),
  },
  {
    name: 'deals are found by their contacts and companies',
    page: LIST,
    before: [{ change: giveDealsCustomers }],
    request: list({ filter: { 0: { logic: 'OR', 0: { '@contactId': [1, 2] }, 1: { '@companyId': [1] } } } }),
    ...found(201, 202),
  },
  {
    name: 'groups of conditions go with other keys',
    page: LIST,
    before: [{ change: giveDealsCustomers }],
    request: list({ filter: { '0': { logic: 'OR', 0: { '@contactId': [1] }, 1: { '@companyId': [1] } }, '<id': 202 } }),
    ...found(201),
  },
  {
    name: '!% leaves out what has the part',
    page: LIST,
    request: list({ filter: { '!%title': 'a d' } }),
    ...found(201, 203),
  },
  {
    name: '=% takes a pattern',
    page: LIST,
    request: list({ filter: { '=%title': 'gamma%' } }),
    ...found(203),
  },
  {
    name: '>< takes a range',
    page: 'FACTS.md: 11',
    request: list({ filter: { '><opportunity': [600, 800] } }),
    ...found(203),
  },
  {
    name: 'conditions add up',
    page: LIST,
    request: list({ filter: { '@id': [201, 203], '>opportunity': 600 } }),
    ...found(203),
  },
  {
    name: 'groups are joined by OR',
    page: LIST,
    request: list({ filter: { logic: 'OR', 0: { id: 201 }, 1: { '%title': 'lamps' } } }),
    ...found(201, 203),
  },
  {
    name: 'groups nest',
    page: LIST,
    request: list({ filter: { categoryId: 0, 0: { logic: 'OR', 0: { '%title': 'desk' }, 1: { stageId: 'WON' } } } }),
    ...found(203),
  },
  {
    name: 'an unknown filter is refused',
    page: LIST,
    request: list({ filter: { nonsense: 1 } }),
    ...invalid("Invalid filter: field 'nonsense' is not allowed in filter"),
  },
  {
    name: 'a prefix before capitals is refused',
    page: 'FACTS.md: 11',
    request: list({ filter: { '%TITLE': 'x' } }),
    ...invalid("Invalid filter: field 'TITLE' is not allowed in filter"),
  },
  {
    name: 'a filter is checked to the bottom',
    page: LIST,
    request: list({ filter: { 0: { 0: { nonsense: 1 } } } }),
    ...invalid("Invalid filter: field 'nonsense' is not allowed in filter"),
  },
  {
    name: 'a text is refused as an id',
    page: LIST,
    request: list({ filter: { id: 'abc' } }),
    ...invalid("Invalid filter: field 'id' has invalid value"),
  },
  {
    name: 'a comparison takes no list',
    page: LIST,
    request: list({ filter: { '>id': [1] } }),
    ...invalid("Invalid filter: field 'id' has invalid value"),
  },
  {
    name: 'a direction counts in any letter case',
    page: LIST,
    request: list({ order: { opportunity: 'Desc' } }),
    ...found(202, 203, 201),
  },
  {
    name: 'an unknown order is refused',
    page: LIST,
    request: list({ order: { nonsense: 'ASC' } }),
    ...invalid("Invalid order: field 'nonsense' is not allowed in order"),
  },
  {
    name: 'an unknown direction is refused',
    page: LIST,
    request: list({ order: { id: 'up' } }),
    ...invalid("Invalid order: allowed sort directions are ASC, DESC. But got 'up' for field 'id'"),
  },
  {
    name: 'start -1 counts nothing',
    page: 'settings/performance/huge-data.md',
    request: list({ start: -1 }),
    body: { result: { items: [{ id: 201 }, { id: 202 }, { id: 203 }] } },
  },
  {
    name: 'a deal that is not open is left out without an error',
    page: LIST,
    request: { ...list({}), user: 'manager' },
    ...found(201, 202),
  },
  {
    name: 'an employee sees no wholesale deals',
    page: LIST,
    request: { ...list({}), user: 'employee' },
    ...found(201),
  },
  {
    name: 'orders are no CRM items',
    page: NO_ITEMS,
    request: list({ entityTypeId: 14 }),
    status: 400,
    body: refusal('ENTITY_TYPE_NOT_SUPPORTED', 'Entity type `Order` is not supported'),
  },
  {
    name: 'a type that does not exist is not found',
    page: LIST,
    request: list({ entityTypeId: 777 }),
    status: 400,
    body: refusal('NOT_FOUND', 'Smart process not found'),
  },
  {
    name: 'a list requires a type',
    page: LIST,
    request: { method: 'crm.item.list', params: {} },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {entityTypeId}'),
  },
  {
    name: 'an item that does not exist is not found',
    page: GET,
    request: get({ entityTypeId: 2, id: 999 }),
    status: 400,
    body: refusal('NOT_FOUND', 'Element not found'),
  },
  {
    name: 'a missing item is reported in the portal language',
    page: GET,
    settings: { language: 'ru' },
    request: get({ entityTypeId: 2, id: 999 }),
    status: 400,
    body: refusal('NOT_FOUND', 'Элемент не найден'),
  },
  {
    name: 'an item may be hidden from a person',
    page: GET,
    request: { ...get({ entityTypeId: 2, id: 203 }), user: 'manager' },
    status: 400,
    body: refusal('ACCESS_DENIED', 'Access denied'),
  },
  {
    name: 'get requires an id',
    page: GET,
    request: get({ entityTypeId: 2 }),
    status: 400,
    body: refusal('100', 'Could not find value for parameter {id}'),
  },
  {
    name: 'the old invoice is no CRM item',
    page: NO_ITEMS,
    request: get({ entityTypeId: 5, id: 1 }),
    status: 400,
    body: refusal('ENTITY_TYPE_NOT_SUPPORTED', 'Entity type `Invoice (old version)` is not supported'),
  },
  {
    name: 'a contact comes with its phones and e-mails, and flat copies of them',
    page: 'api-reference/crm/universal/crm-item-get.md',
    before: [
      {
        times: 1,
        request: add(3, {
          name: 'Ada',
          fm: [
            { typeId: 'PHONE', valueType: 'WORK', value: '+15550100' },
            { typeId: 'EMAIL', valueType: 'HOME', value: 'ada@example.com' },
          ],
        }),
      },
    ],
    request: listOne(3, 5001, [
      'name',
      'hasPhone',
      'hasEmail',
      'phoneWork',
      'emailHome',
      'emailWork',
      'phone',
      'email',
    ]),
    ...oneItem({
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
    name: 'the phones themselves do not come where fields are chosen',
    page: 'FACTS.md: fm',
    request: listOne(3, 1, ['id', 'fm']),
    ...oneItem({ id: 1 }),
  },
  {
    name: 'companies are found by a flag that nobody has set',
    page: FIELDS,
    request: { method: 'crm.item.list', params: { entityTypeId: 4, filter: { isMyCompany: 'N' }, select: ['id'] } },
    body: { result: { items: [{ id: 1 }] }, total: 1 },
  },
  {
    name: 'deals are found by any of their contacts',
    page: 'api-reference/crm/deals/crm-deal-list.md',
    before: [{ times: 1, request: add(2, { contactIds: [1, 2] }) }],
    request: {
      method: 'crm.item.list',
      params: { entityTypeId: 2, filter: { '@contactIds': [2], '>id': 5000 }, select: ['id'] },
    },
    body: { result: { items: [{ id: 5001 }] }, total: 1 },
  },
  {
    name: 'the fields of a type are those of its items',
    page: 'api-reference/crm/universal/crm-item-fields.md',
    request: { method: 'crm.item.fields', params: { entityTypeId: 31 } },
    body: { result: describeItemFields(INVOICE_FIELDS) },
  },
  {
    name: 'there are no fields of a type that is not there',
    page: 'api-reference/crm/universal/crm-item-fields.md',
    request: { method: 'crm.item.fields', params: { entityTypeId: 777 } },
    status: 400,
    body: refusal('NOT_FOUND', 'Smart process not found'),
  },
]
