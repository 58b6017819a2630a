import type { Case } from './case'
import { expect } from 'vitest'
import { described, legacyRefusal, method } from './crm-clients'
import { refusal } from './refusals'
import { NOW } from './test-clock'

const LIST = 'api-reference/crm/companies/crm-company-list.md'
const GET = 'api-reference/crm/companies/crm-company-get.md'
const ADD = 'api-reference/crm/companies/crm-company-add.md'
const UPDATE = 'api-reference/crm/companies/crm-company-update.md'
const DELETE = 'api-reference/crm/companies/crm-company-delete.md'
const FIELDS = 'api-reference/crm/companies/crm-company-fields.md'
const CONTACTS = 'api-reference/crm/companies/contacts/crm-company-contact-items-get.md'

const list = (params: object) => method('crm.company.list', params)
const get = (id: unknown) => method('crm.company.get', { id })
const add = (fields: object) => method('crm.company.add', { fields })
const update = (id: number, fields: object) => method('crm.company.update', { id, fields })
const added = (fields: object): Case['before'] => [{ times: 1, request: add(fields) }]
const hidden: Case['before'] = [
  { change: ({ data }) => void Object.assign(data.companies.get(1) ?? {}, { opened: 'N' }) },
]

/** A company of which a few things were said, in the old shape. */
const FJORD = { TITLE: 'Fjord', REVENUE: '3000000', PHONE: [{ VALUE: '555888', VALUE_TYPE: 'WORK' }] }
const ADDRESS = [
  ...['', '_2', '_CITY', '_POSTAL_CODE', '_REGION', '_PROVINCE', '_COUNTRY', '_COUNTRY_CODE', '_LOC_ADDR_ID'].flatMap(
    (part) => [`ADDRESS${part}`, `REG_ADDRESS${part}`],
  ),
  'ADDRESS_LEGAL',
]
const NEW_COMPANY = {
  ID: '5001',
  TITLE: 'Fjord',
  COMPANY_TYPE: 'CUSTOMER',
  LOGO: null,
  LEAD_ID: null,
  HAS_PHONE: 'Y',
  HAS_EMAIL: 'N',
  HAS_IMOL: 'N',
  ASSIGNED_BY_ID: '1',
  CREATED_BY_ID: '1',
  MODIFY_BY_ID: '1',
  BANKING_DETAILS: null,
  INDUSTRY: null,
  REVENUE: '3000000',
  CURRENCY_ID: 'USD',
  EMPLOYEES: null,
  COMMENTS: null,
  DATE_CREATE: NOW,
  DATE_MODIFY: NOW,
  OPENED: 'Y',
  IS_MY_COMPANY: 'N',
  ORIGINATOR_ID: null,
  ORIGIN_ID: null,
  ORIGIN_VERSION: null,
  ...Object.fromEntries(ADDRESS.map((name) => [name, null])),
  UTM_SOURCE: null,
  UTM_MEDIUM: null,
  UTM_CAMPAIGN: null,
  UTM_CONTENT: null,
  UTM_TERM: null,
  LAST_ACTIVITY_BY: '1',
  LAST_ACTIVITY_TIME: NOW,
  LAST_COMMUNICATION_TIME: null,
}

export const CRM_COMPANY_CASES: Case[] = [
  {
    name: 'companies are found by industry and type',
    page: LIST,
    before: added({ ...FJORD, INDUSTRY: 'MANUFACTURING' }),
    request: list({
      order: { DATE_CREATE: 'ASC' },
      filter: { INDUSTRY: 'MANUFACTURING', COMPANY_TYPE: 'CUSTOMER' },
      select: ['ID', 'TITLE', 'CURRENCY_ID', 'REVENUE'],
    }),
    body: { result: [{ ID: '5001', TITLE: 'Fjord', CURRENCY_ID: 'USD', REVENUE: '3000000' }], total: 1 },
  },
  {
    name: 'a company is found by its phone',
    page: LIST,
    before: added(FJORD),
    request: list({ filter: { PHONE: '555888' }, select: ['ID', 'TITLE'] }),
    body: { result: [{ ID: '5001', TITLE: 'Fjord' }], total: 1 },
  },
  {
    name: 'revenues of companies are compared as numbers',
    page: LIST,
    before: added({ TITLE: 'Fjord', REVENUE: '1 234,56' }),
    request: list({ filter: { '>=REVENUE': '999,5' }, select: ['REVENUE'] }),
    body: { result: [{ ID: '5001', REVENUE: '1234.56' }], total: 1 },
  },
  {
    name: 'a company that is not open to all is not listed to others',
    page: LIST,
    before: hidden,
    request: { ...list({ select: ['ID'] }), user: 'manager' },
    body: { result: [], total: 0 },
  },
  {
    name: 'companies require the order to be a map',
    page: LIST,
    live: true,
    request: list({ order: 'abc' }),
    ...legacyRefusal("Parameter 'order' must be array."),
  },
  {
    name: 'a company has every documented field as text, and its phones',
    page: GET,
    before: added(FJORD),
    request: get(5001),
    body: {
      result: {
        ...NEW_COMPANY,
        PHONE: [{ ID: '5002', VALUE_TYPE: 'WORK', VALUE: '555888', TYPE_ID: 'PHONE' }],
      },
    },
  },
  { name: 'reading finds no such company', page: GET, request: get(999), ...legacyRefusal('Not found') },
  {
    name: 'reading a company that is not open to all is refused',
    page: GET,
    before: hidden,
    request: { ...get(1), user: 'employee' },
    ...legacyRefusal('Access denied.'),
  },
  {
    name: 'the fields of companies are described',
    page: FIELDS,
    request: method('crm.company.fields', {}),
    body: {
      result: expect.objectContaining({
        TITLE: described('string', { isRequired: true, title: 'Title' }),
        COMPANY_TYPE: { ...described('crm_status', { title: 'Company type' }), statusType: 'COMPANY_TYPE' },
        REVENUE: described('double', { title: 'Revenue' }),
        CURRENCY_ID: described('crm_currency', { title: 'Currency ID' }),
        REG_ADDRESS_CITY: described('string', { title: 'Reg address city' }),
        CONTACT_ID: described('crm_contact', { isMultiple: true, title: 'Contact ID' }),
        LEAD_ID: described('crm_lead', { isReadOnly: true, title: 'Lead ID', settings: { parentEntityTypeId: 1 } }),
      }),
    },
  },
  {
    name: 'the contacts of a company, the main one first',
    page: CONTACTS,
    before: [{ times: 1, request: update(1, { CONTACT_ID: [2, 1] }) }],
    request: method('crm.company.contact.items.get', { id: 1 }),
    body: {
      result: [
        { CONTACT_ID: 2, SORT: 10, ROLE_ID: 0, IS_PRIMARY: 'Y' },
        { CONTACT_ID: 1, SORT: 20, ROLE_ID: 0, IS_PRIMARY: 'N' },
      ],
    },
    after: [
      {
        request: method('crm.contact.company.items.get', { id: 2 }),
        body: { result: expect.arrayContaining([expect.objectContaining({ COMPANY_ID: 1 })]) },
      },
    ],
  },
  {
    name: 'the contacts of a company require a positive id',
    page: CONTACTS,
    live: true,
    request: method('crm.company.contact.items.get', { id: -1 }),
    ...legacyRefusal('The parameter ownerEntityID is invalid or not defined.'),
  },
  { name: 'a new company is answered by its id', page: ADD, request: add(FJORD), body: { result: 5001 } },
  {
    name: 'a company is the same by the newer methods',
    page: ADD,
    before: added({ ...FJORD, COMPANY_TYPE: 'PARTNER', CONTACT_ID: [1] }),
    request: {
      method: 'crm.item.list',
      params: { entityTypeId: 4, filter: { id: 5001 }, select: ['title', 'typeId', 'revenue', 'contactIds'] },
    },
    body: {
      result: { items: [{ title: 'Fjord', typeId: 'PARTNER', revenue: 3_000_000, contactIds: [1] }] },
      total: 1,
    },
  },
  {
    name: 'a company with a currency that the portal does not have is refused',
    page: 'FACTS.md: mistakes in old writes',
    request: add({ ...FJORD, CURRENCY_ID: 'XXX' }),
    ...legacyRefusal('Invalid value for the "Currency" field'),
  },
  {
    name: 'a new company requires fields',
    page: ADD,
    live: true,
    request: method('crm.company.add', { fields: 'x' }),
    ...legacyRefusal("Parameter 'fields' must be array."),
  },
  {
    name: 'a change of a company answers true',
    page: UPDATE,
    request: update(1, { CURRENCY_ID: 'EUR', REVENUE: 500000, EMPLOYEES: 'EMPLOYEES_3' }),
    body: { result: true },
    after: [
      {
        request: list({ filter: { ID: 1 }, select: ['TITLE', 'CURRENCY_ID', 'REVENUE', 'EMPLOYEES'] }),
        body: {
          result: [{ ID: '1', TITLE: 'Northlight', CURRENCY_ID: 'EUR', REVENUE: '500000', EMPLOYEES: 'EMPLOYEES_3' }],
          total: 1,
        },
      },
    ],
  },
  {
    name: 'a change finds no such company',
    page: UPDATE,
    request: update(999, { TITLE: 'x' }),
    ...legacyRefusal('Company is not found'),
  },
  {
    name: 'a change with a broken e-mail is refused',
    page: 'FACTS.md: mistakes in old writes',
    request: update(1, { TITLE: 'x', EMAIL: [{ VALUE: 'a b@example.com' }] }),
    status: 400,
    body: refusal('ERROR_CORE', 'The field "E-mail" contains an invalid address'),
  },
  {
    name: 'a change of a company of somebody else is refused',
    page: UPDATE,
    request: { ...update(1, { TITLE: 'x' }), user: 'employee' },
    ...legacyRefusal('Access denied.'),
  },
  {
    name: 'a deleted company is gone, from its contacts too',
    page: DELETE,
    request: method('crm.company.delete', { id: 1 }),
    body: { result: true },
    after: [
      { request: get(1), ...legacyRefusal('Not found') },
      { request: method('crm.contact.company.items.get', { id: 1 }), body: { result: [] } },
    ],
  },
  {
    name: 'deleting finds no such company',
    page: DELETE,
    request: method('crm.company.delete', { id: 999 }),
    ...legacyRefusal('Company is not found'),
  },
  {
    name: 'deleting a company of somebody else is refused',
    page: DELETE,
    request: { ...method('crm.company.delete', { id: 1 }), user: 'manager' },
    ...legacyRefusal('Access denied.'),
  },
]
