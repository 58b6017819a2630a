import type { Statement } from './statement'
import { refusal } from './refusals'

const list = (params: Record<string, unknown>, rest: Omit<Statement, 'method' | 'params'>): Statement => ({
  method: 'crm.item.list',
  params: { entityTypeId: 2, select: ['id'], ...params },
  ...rest,
})
const get = (params: Record<string, unknown>, rest: Omit<Statement, 'method' | 'params'>): Statement => ({
  method: 'crm.item.get',
  params,
  ...rest,
})
const found = (...ids: number[]) => ({ result: { items: ids.map((id) => ({ id })) }, total: ids.length })
const invalid = (description: string) => ({ status: 400, body: refusal('INVALID_ARG_VALUE', description) })
const DEAL = { attribute: 'DYN', code: 'DEAL', id: 2, name: 'Deal' }
const INVOICE = { attribute: 'DYN', code: 'SMART_INVOICE', id: 31, name: 'Invoice' }
const CONTRACT = { attribute: 'DYN', code: 'DYNAMIC_1038', id: 1038, name: 'Service contract' }
const ownerTypes = (settings: Statement['settings'], result: unknown): Omit<Statement, 'says'> => ({
  method: 'crm.enum.getorderownertypes',
  settings,
  body: { result },
})

/** @see api-reference/crm/universal/crm-item-list.md */
export const CRM_STATEMENTS: Statement[] = [
  { says: 'only deals own orders, says the documentation', ...ownerTypes({}, [DEAL]) },
  { says: 'owner types are open to an employee', as: 'employee', ...ownerTypes({}, [DEAL]) },
  { says: 'owner types speak the portal language', ...ownerTypes({ language: 'ru' }, [{ ...DEAL, name: 'Сделка' }]) },
  { says: 'a language without words speaks English', ...ownerTypes({ language: 'de' }, [DEAL]) },
  { says: 'a portal may list invoices too', ...ownerTypes({ ownerTypes: 'deal+invoice' }, [DEAL, INVOICE]) },
  {
    says: 'a portal may list a type unknown to the app',
    ...ownerTypes({ ownerTypes: 'deal+invoice+dynamic' }, [DEAL, INVOICE, CONTRACT]),
  },
  { says: 'a portal may list no owner type', ...ownerTypes({ ownerTypes: 'none' }, []) },

  list({}, { says: 'deals come by id', body: found(201, 202, 203) }),
  list(
    { select: ['id', 'title', 'nonsense'], filter: { id: 201 } },
    {
      says: 'rows have the selected fields',
      body: { result: { items: [{ id: 201, title: 'Alpha chairs' }] }, total: 1 },
    },
  ),
  list(
    { select: ['nonsense'], filter: { id: 201 } },
    { says: 'a row without a known field is an empty array', body: { result: { items: [[]] }, total: 1 } },
  ),
  list(
    { entityTypeId: 3, select: ['id', 'name', 'lastName'], filter: { id: 1 } },
    {
      says: 'a contact has two names',
      body: { result: { items: [{ id: 1, name: 'Ada', lastName: 'Brandvik' }] }, total: 1 },
    },
  ),
  list(
    { entityTypeId: 4, select: ['id', 'title'], filter: { id: 1 } },
    { says: 'a company has a title', body: { result: { items: [{ id: 1, title: 'Northlight' }] }, total: 1 } },
  ),
  list({ filter: { '%title': 'DESK' } }, { says: '% finds a part of the title in any case', body: found(202) }),
  list({ filter: { '!%title': 'a d' } }, { says: '!% leaves out what has the part', body: found(201, 203) }),
  list({ filter: { '=%title': 'gamma%' } }, { says: '=% takes a pattern', body: found(203) }),
  list({ filter: { '><opportunity': [600, 800] } }, { says: '>< takes a range', body: found(203) }),
  list({ filter: { '@id': [201, 203], '>opportunity': 600 } }, { says: 'conditions add up', body: found(203) }),
  list(
    { filter: { logic: 'OR', 0: { id: 201 }, 1: { '%title': 'lamps' } } },
    { says: 'groups are joined by OR', body: found(201, 203) },
  ),
  list(
    { filter: { categoryId: 0, 0: { logic: 'OR', 0: { '%title': 'desk' }, 1: { stageId: 'WON' } } } },
    { says: 'groups nest', body: found(203) },
  ),
  list(
    { filter: { nonsense: 1 } },
    { says: 'an unknown filter is refused', ...invalid("Invalid filter: field 'nonsense' is not allowed in filter") },
  ),
  list(
    { filter: { '%TITLE': 'x' } },
    {
      says: 'a prefix before capitals is refused',
      ...invalid("Invalid filter: field 'TITLE' is not allowed in filter"),
    },
  ),
  list(
    { filter: { 0: { 0: { nonsense: 1 } } } },
    {
      says: 'a filter is checked to the bottom',
      ...invalid("Invalid filter: field 'nonsense' is not allowed in filter"),
    },
  ),
  list(
    { filter: { id: 'abc' } },
    { says: 'text is no id', ...invalid("Invalid filter: field 'id' has invalid value") },
  ),
  list(
    { filter: { '>id': [1] } },
    { says: 'a comparison takes no list', ...invalid("Invalid filter: field 'id' has invalid value") },
  ),
  list(
    { order: { opportunity: 'Desc' } },
    { says: 'a direction counts in any letter case', body: found(202, 203, 201) },
  ),
  list(
    { order: { nonsense: 'ASC' } },
    { says: 'an unknown order is refused', ...invalid("Invalid order: field 'nonsense' is not allowed in order") },
  ),
  list(
    { order: { id: 'up' } },
    {
      says: 'an unknown direction is refused',
      ...invalid("Invalid order: allowed sort directions are ASC, DESC. But got 'up' for field 'id'"),
    },
  ),
  list(
    { start: -1 },
    { says: 'start -1 counts nothing', body: { result: { items: [{ id: 201 }, { id: 202 }, { id: 203 }] } } },
  ),
  list({}, { says: 'a deal that is not open is left out without a word', as: 'manager', body: found(201, 202) }),
  list({}, { says: 'an employee sees no wholesale deals', as: 'employee', body: found(201) }),
  list(
    { entityTypeId: 14 },
    {
      says: 'orders are no CRM items',
      status: 400,
      body: refusal('ENTITY_TYPE_NOT_SUPPORTED', 'Entity type `Order` is not supported'),
    },
  ),
  list(
    { entityTypeId: 777 },
    { says: 'a type may not exist', status: 400, body: refusal('NOT_FOUND', 'Smart process not found') },
  ),
  {
    says: 'a list wants a type',
    method: 'crm.item.list',
    params: {},
    status: 400,
    body: refusal('100', 'Could not find value for parameter {entityTypeId}'),
  },

  get(
    { entityTypeId: 2, id: 999 },
    { says: 'an item may be gone', status: 400, body: refusal('NOT_FOUND', 'Element not found') },
  ),
  get(
    { entityTypeId: 2, id: 999 },
    {
      says: 'that an item is gone is said in the portal language',
      settings: { language: 'ru' },
      status: 400,
      body: refusal('NOT_FOUND', 'Элемент не найден'),
    },
  ),
  get(
    { entityTypeId: 2, id: 203 },
    {
      says: 'an item may be hidden from a person',
      as: 'manager',
      status: 400,
      body: refusal('ACCESS_DENIED', 'Access denied'),
    },
  ),
  get(
    { entityTypeId: 2 },
    { says: 'get wants an id', status: 400, body: refusal('100', 'Could not find value for parameter {id}') },
  ),
  get(
    { entityTypeId: 5, id: 1 },
    {
      says: 'the old invoice is no CRM item',
      status: 400,
      body: refusal('ENTITY_TYPE_NOT_SUPPORTED', 'Entity type `Invoice (old version)` is not supported'),
    },
  ),

  {
    says: 'the general pipeline of deals is number 0',
    method: 'crm.category.list',
    params: { entityTypeId: 2 },
    body: {
      result: {
        categories: [
          { id: 9, name: 'Wholesale', sort: 200, entityTypeId: 2, isDefault: 'N', originId: '', originatorId: '' },
          { id: 0, name: 'Sales', sort: 300, entityTypeId: 2, isDefault: 'Y' },
        ],
      },
      total: 2,
    },
  },
  {
    says: 'an unknown type has no pipelines',
    method: 'crm.category.list',
    params: { entityTypeId: 777 },
    status: 400,
    body: refusal('NOT_FOUND', 'Smart process not found'),
  },
  {
    says: 'stages are rows of strings',
    method: 'crm.status.list',
    params: { filter: { ENTITY_ID: 'DEAL_STAGE', STATUS_ID: 'WON' } },
    body: {
      result: [
        {
          ID: '111',
          ENTITY_ID: 'DEAL_STAGE',
          STATUS_ID: 'WON',
          NAME: 'Deal won',
          NAME_INIT: 'Deal won',
          SORT: '60',
          SYSTEM: 'Y',
          CATEGORY_ID: null,
          COLOR: '#7BD500',
          SEMANTICS: 'S',
          EXTRA: { SEMANTICS: 'success', COLOR: '#7BD500' },
        },
      ],
      total: 1,
    },
  },
  {
    says: 'types are for CRM administrators',
    as: 'manager',
    method: 'crm.type.list',
    status: 400,
    body: refusal('ACCESS_DENIED', 'Access denied'),
  },
  {
    says: 'a type that is not there has the code 0',
    method: 'crm.type.getByEntityTypeId',
    params: { entityTypeId: 777 },
    status: 400,
    body: refusal('0', 'Smart process not found'),
  },
]
