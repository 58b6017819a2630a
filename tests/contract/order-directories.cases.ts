import type { Case } from './case'
import { READ_DENIED } from './refusals'

const CLIENTS = 'FACTS.md: 10'
const STATUS = 'api-reference/sale/status/sale-status-list.md'
const STATUS_LANG = 'api-reference/sale/status-lang/sale-status-lang-list.md'

const PROPERTY = 'api-reference/sale/property/sale-property-list.md'

const CLIENT = { isPrimary: 'Y', roleId: 0, sort: 0 }
const ADA = { ...CLIENT, id: 901, orderId: 1, entityTypeId: 3, entityId: 1 }
const NORTHLIGHT = { ...CLIENT, id: 902, orderId: 1, entityTypeId: 4, entityId: 1 }
const CLIENT_NUMBER = { isImmutable: false, isReadOnly: false, isRequired: false, type: 'integer' }

/** Clients and statuses of orders. */
export const ORDER_DIRECTORY_CASES: Case[] = [
  {
    name: 'clients of several orders come in one list',
    page: CLIENTS,
    request: { method: 'crm.ordercontactcompany.list', params: { filter: { '@orderId': [1, 3] } } },
    body: { result: { clients: [ADA, NORTHLIGHT] }, total: 2 },
  },
  {
    name: 'orders of a contact are found by the contact',
    page: CLIENTS,
    request: {
      method: 'crm.ordercontactcompany.list',
      params: { filter: { entityTypeId: 3, entityId: 1 }, select: ['orderId'] },
    },
    body: { result: { clients: [{ orderId: 1 }] }, total: 1 },
  },
  {
    name: 'a manager reads clients whatever sale.* allows',
    page: CLIENTS,
    settings: { saleRead: 'administrator' },
    request: { method: 'crm.ordercontactcompany.list', params: { filter: { orderId: 3 } }, user: 'manager' },
    body: { result: { clients: [] }, total: 0 },
  },
  {
    name: 'an employee reads no clients',
    page: CLIENTS,
    request: { method: 'crm.ordercontactcompany.list', user: 'employee' },
    ...READ_DENIED,
  },
  {
    name: 'statuses have no names',
    page: STATUS,
    request: { method: 'sale.status.list', params: { filter: { type: 'D' }, select: ['id', 'type', 'xmlId'] } },
    body: {
      result: {
        statuses: [
          { id: 'DN', type: 'D', xmlId: null },
          { id: 'DF', type: 'D', xmlId: null },
        ],
      },
      total: 2,
    },
  },
  {
    name: 'names of statuses come by language',
    page: STATUS_LANG,
    request: {
      method: 'sale.statusLang.list',
      params: { filter: { 'lid': 'ru', '@statusId': ['F'] }, select: ['name'] },
    },
    body: { result: { statusLangs: [{ name: 'Выполнен' }] }, total: 1 },
  },
  {
    name: 'a language may have no names at all',
    page: 'FACTS.md: 18',
    request: { method: 'sale.statusLang.list', params: { filter: { lid: 'de' } } },
    body: { result: { statusLangs: [] }, total: 0 },
  },
  {
    name: 'statuses are refused to an employee',
    page: STATUS,
    request: { method: 'sale.status.list', user: 'employee' },
    ...READ_DENIED,
  },
  {
    name: 'the languages of a portal have a code, a name and a flag',
    page: 'api-reference/sale/status-lang/sale-status-lang-get-list-langs.md',
    request: { method: 'sale.statusLang.getListLangs' },
    body: {
      result: {
        langs: [
          { active: 'Y', lid: 'en', name: 'English' },
          { active: 'Y', lid: 'ru', name: 'Русский' },
          { active: 'Y', lid: 'de', name: 'Deutsch' },
          { active: 'Y', lid: 'br', name: 'Português (Brasil)' },
        ],
      },
      total: 4,
    },
  },
  {
    name: 'the fields of a client of an order are described to who may read orders',
    page: 'FACTS.md: 10',
    request: { method: 'crm.ordercontactcompany.getFields', user: 'manager' },
    body: {
      result: {
        client: {
          id: CLIENT_NUMBER,
          orderId: CLIENT_NUMBER,
          entityTypeId: CLIENT_NUMBER,
          entityId: CLIENT_NUMBER,
          isPrimary: { ...CLIENT_NUMBER, type: 'char' },
          roleId: CLIENT_NUMBER,
          sort: CLIENT_NUMBER,
        },
      },
    },
  },
  {
    name: 'a property of the checkout form says whether it names the payer',
    page: PROPERTY,
    request: { method: 'sale.property.list', params: { select: ['id', 'code', 'isPayer'] } },
    body: {
      result: {
        properties: [
          { id: 20, code: 'FIO', isPayer: 'Y' },
          { id: 21, code: 'EMAIL', isPayer: 'N' },
          { id: 22, code: 'PHONE', isPayer: 'N' },
        ],
      },
      total: 3,
    },
  },
  {
    name: 'properties are found by what they are',
    page: PROPERTY,
    request: {
      method: 'sale.property.list',
      params: { filter: { isEmail: 'Y' }, select: ['code'], order: { id: 'desc' } },
    },
    body: { result: { properties: [{ code: 'EMAIL' }] }, total: 1 },
  },
  {
    name: 'an employee reads no properties',
    page: PROPERTY,
    request: { method: 'sale.property.list', user: 'employee' },
    ...READ_DENIED,
  },
]
