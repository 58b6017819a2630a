import type { Case } from './case'
import { READ_DENIED } from './refusals'

const CLIENTS = 'FACTS.md: 10'
const STATUS = 'api-reference/sale/status/sale-status-list.md'
const STATUS_LANG = 'api-reference/sale/status-lang/sale-status-lang-list.md'

const CLIENT = { isPrimary: 'Y', roleId: 0, sort: 0 }
const ADA = { ...CLIENT, id: 901, orderId: 1, entityTypeId: 3, entityId: 1 }
const NORTHLIGHT = { ...CLIENT, id: 902, orderId: 1, entityTypeId: 4, entityId: 1 }
const CLIENT_NUMBER = { isImmutable: false, isReadOnly: false, isRequired: false, type: 'integer' }

/** Clients and statuses of orders. */
export const ORDER_DIRECTORY_CASES: Case[] = [
  {
    says: 'clients of several orders come in one list',
    page: CLIENTS,
    ask: { method: 'crm.ordercontactcompany.list', params: { filter: { '@orderId': [1, 3] } } },
    body: { result: { clients: [ADA, NORTHLIGHT] }, total: 2 },
  },
  {
    says: 'orders of a contact are found by the contact',
    page: CLIENTS,
    ask: {
      method: 'crm.ordercontactcompany.list',
      params: { filter: { entityTypeId: 3, entityId: 1 }, select: ['orderId'] },
    },
    body: { result: { clients: [{ orderId: 1 }] }, total: 1 },
  },
  {
    says: 'a manager reads clients whatever sale.* allows',
    page: CLIENTS,
    settings: { saleRead: 'administrator' },
    ask: { method: 'crm.ordercontactcompany.list', params: { filter: { orderId: 3 } }, as: 'manager' },
    body: { result: { clients: [] }, total: 0 },
  },
  {
    says: 'an employee reads no clients',
    page: CLIENTS,
    ask: { method: 'crm.ordercontactcompany.list', as: 'employee' },
    ...READ_DENIED,
  },
  {
    says: 'statuses have no names',
    page: STATUS,
    ask: { method: 'sale.status.list', params: { filter: { type: 'D' }, select: ['id', 'type', 'xmlId'] } },
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
    says: 'names of statuses come by language',
    page: STATUS_LANG,
    ask: { method: 'sale.statusLang.list', params: { filter: { 'lid': 'ru', '@statusId': ['F'] }, select: ['name'] } },
    body: { result: { statusLangs: [{ name: 'Выполнен' }] }, total: 1 },
  },
  {
    says: 'a language may have no names at all',
    page: 'FACTS.md: 18',
    ask: { method: 'sale.statusLang.list', params: { filter: { lid: 'de' } } },
    body: { result: { statusLangs: [] }, total: 0 },
  },
  {
    says: 'statuses are refused to an employee',
    page: STATUS,
    ask: { method: 'sale.status.list', as: 'employee' },
    ...READ_DENIED,
  },
  {
    says: 'the languages of a portal have a code, a name and a flag',
    page: 'api-reference/sale/status-lang/sale-status-lang-get-list-langs.md',
    ask: { method: 'sale.statusLang.getListLangs' },
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
    says: 'the fields of a client of an order are described to who may read orders',
    page: 'FACTS.md: 10',
    ask: { method: 'crm.ordercontactcompany.getFields', as: 'manager' },
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
]
