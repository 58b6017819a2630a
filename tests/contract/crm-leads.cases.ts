import type { Case } from './case'
import { expect } from 'vitest'
import { described, legacyRefusal, method } from './crm-clients'
import { NOW } from './test-clock'

const LIST = 'api-reference/crm/leads/crm-lead-list.md'
const GET = 'api-reference/crm/leads/crm-lead-get.md'
const ADD = 'api-reference/crm/leads/crm-lead-add.md'
const UPDATE = 'api-reference/crm/leads/crm-lead-update.md'
const DELETE = 'api-reference/crm/leads/crm-lead-delete.md'
const FIELDS = 'api-reference/crm/leads/crm-lead-fields.md'

const list = (params: object) => method('crm.lead.list', params)
const get = (id: unknown) => method('crm.lead.get', { id })
const add = (fields: object) => method('crm.lead.add', { fields })
const update = (id: number, fields: object) => method('crm.lead.update', { id, fields })
const added = (fields: object): Case['before'] => [{ times: 1, request: add(fields) }]
const found = (...ids: string[]) => ({ body: { result: ids.map((ID) => ({ ID })), total: ids.length } })
const withLast: Case['before'] = [
  { change: ({ data }) => void Object.assign(data.items.get(1)?.get(65) ?? {}, { opened: 'N', assignedById: 2 }) },
]

const ADDRESS = ['', '_2', '_CITY', '_POSTAL_CODE', '_REGION', '_PROVINCE', '_COUNTRY', '_COUNTRY_CODE', '_LOC_ADDR_ID']
/** A lead of which only the name was said, in the old shape. */
const NEW_LEAD = {
  ID: '5001',
  TITLE: 'Lead #5001',
  HONORIFIC: null,
  NAME: 'Ivo',
  SECOND_NAME: null,
  LAST_NAME: null,
  COMPANY_TITLE: null,
  COMPANY_ID: '0',
  CONTACT_ID: '0',
  IS_RETURN_CUSTOMER: 'N',
  BIRTHDATE: '',
  SOURCE_ID: 'CALL',
  SOURCE_DESCRIPTION: null,
  STATUS_ID: 'NEW',
  STATUS_DESCRIPTION: null,
  POST: null,
  COMMENTS: null,
  CURRENCY_ID: 'USD',
  OPPORTUNITY: '0.00',
  IS_MANUAL_OPPORTUNITY: 'N',
  HAS_PHONE: 'N',
  HAS_EMAIL: 'N',
  HAS_IMOL: 'N',
  ASSIGNED_BY_ID: '1',
  CREATED_BY_ID: '1',
  MODIFY_BY_ID: '1',
  DATE_CREATE: NOW,
  DATE_MODIFY: NOW,
  DATE_CLOSED: '',
  STATUS_SEMANTIC_ID: 'P',
  OPENED: 'Y',
  ORIGINATOR_ID: null,
  ORIGIN_ID: null,
  MOVED_BY_ID: '1',
  MOVED_TIME: NOW,
  ...Object.fromEntries(ADDRESS.map((part) => [`ADDRESS${part}`, null])),
  UTM_SOURCE: null,
  UTM_MEDIUM: null,
  UTM_CAMPAIGN: null,
  UTM_CONTENT: null,
  UTM_TERM: null,
  LAST_ACTIVITY_BY: '1',
  LAST_ACTIVITY_TIME: NOW,
}

export const CRM_LEAD_CASES: Case[] = [
  {
    name: 'leads are bare rows of texts',
    page: LIST,
    request: list({ filter: { ID: 61 }, select: ['STATUS_ID', 'OPPORTUNITY', 'CURRENCY_ID'] }),
    body: { result: [{ ID: '61', STATUS_ID: 'NEW', OPPORTUNITY: '1000.00', CURRENCY_ID: 'USD' }], total: 1 },
  },
  {
    name: 'leads are found by their status, sorted by their sum',
    page: LIST,
    request: list({ filter: { '!STATUS_SEMANTIC_ID': 'F' }, order: { OPPORTUNITY: 'DESC' }, select: ['ID'] }),
    ...found('64', '63', '62', '61'),
  },
  {
    name: 'a lead is found by its phone',
    page: LIST,
    before: added({ NAME: 'Ivo', PHONE: [{ VALUE: '555888', VALUE_TYPE: 'WORK' }] }),
    request: list({ filter: { PHONE: '555888' }, select: ['ID', 'TITLE'] }),
    body: { result: [{ ID: '5001', TITLE: 'Lead #5001' }], total: 1 },
  },
  {
    name: 'leads are found by the day when they were made',
    page: LIST,
    before: added({ NAME: 'Ivo' }),
    request: list({ filter: { '>DATE_CREATE': '02.11.2026', '<DATE_CREATE': '2026-11-03T00:00:00' }, select: ['ID'] }),
    ...found('5001'),
  },
  {
    name: 'a lead that is not open to all is not listed to others',
    page: LIST,
    before: withLast,
    request: { ...list({ select: ['ID'] }), user: 'employee' },
    ...found('61', '62', '63', '64'),
  },
  {
    name: 'a lead has every documented field as text',
    page: GET,
    before: added({ NAME: 'Ivo' }),
    request: get(5001),
    body: { result: NEW_LEAD },
  },
  {
    name: 'reading a lead requires a positive id',
    page: GET,
    live: true,
    request: get('x'),
    ...legacyRefusal('ID is not defined or invalid.'),
  },
  { name: 'reading finds no such lead', page: GET, request: get(999), ...legacyRefusal('Not found') },
  {
    name: 'reading a lead that is not open to all is refused',
    page: GET,
    before: withLast,
    request: { ...get(65), user: 'employee' },
    ...legacyRefusal('Access denied.'),
  },
  {
    name: 'the fields of leads are described',
    page: FIELDS,
    request: method('crm.lead.fields', {}),
    body: {
      result: expect.objectContaining({
        STATUS_ID: { ...described('crm_status', { title: 'Status ID' }), statusType: 'STATUS' },
        OPPORTUNITY: described('double', { title: 'Opportunity' }),
        CONTACT_ID: { ...described('crm_contact', { title: 'Contact ID' }), isDeprecated: true },
        CONTACT_IDS: described('crm_contact', { isMultiple: true, title: 'Contact ids' }),
        DATE_CLOSED: described('datetime', { isReadOnly: true, title: 'Date closed' }),
        WEB: described('crm_multifield', { isMultiple: true, title: 'Web' }),
      }),
    },
  },
  { name: 'a new lead is answered by its id', page: ADD, request: add({ TITLE: 'x' }), body: { result: 5001 } },
  ...[{ COMPANY_ID: 1 }, { CONTACT_ID: 2 }, { CONTACT_IDS: [1, 2] }].map((client): Case => ({
    name: `a lead of a known client is a repeated one: ${JSON.stringify(client)}`,
    page: ADD,
    before: added(client),
    request: list({ filter: { IS_RETURN_CUSTOMER: true }, select: ['ID'] }),
    ...found('5001'),
  })),
  {
    name: 'a lead is the same by the newer methods',
    page: ADD,
    before: added({ TITLE: 'Ten', COMPANY_TITLE: 'Fjord', STATUS_ID: 'IN_PROCESS', OPPORTUNITY: '1 234,56' }),
    request: {
      method: 'crm.item.list',
      params: { entityTypeId: 1, filter: { id: 5001 }, select: ['title', 'companyTitle', 'stageId', 'opportunity'] },
    },
    body: {
      result: { items: [{ title: 'Ten', companyTitle: 'Fjord', stageId: 'IN_PROCESS', opportunity: 1234.56 }] },
      total: 1,
    },
  },
  {
    name: 'a lead is added by the newer methods, too',
    page: 'api-reference/crm/universal/crm-item-add.md',
    before: [{ times: 1, request: method('crm.item.add', { entityTypeId: 1, fields: { name: 'Ivo' } }) }],
    request: get(5001),
    body: { result: NEW_LEAD },
  },
  {
    name: 'a lead with a status that there is not is refused',
    page: 'FACTS.md: mistakes in old writes',
    request: add({ STATUS_ID: 'NONSENSE' }),
    ...legacyRefusal('Invalid value for field "stageId"'),
  },
  {
    name: 'a new lead requires fields',
    page: 'FACTS.md: mistakes in old writes',
    request: method('crm.lead.add', {}),
    ...legacyRefusal("Parameter 'fields' must be array."),
  },
  {
    name: 'a lead that fails is closed',
    page: UPDATE,
    request: update(61, { STATUS_ID: 'JUNK' }),
    body: { result: true },
    after: [
      {
        request: list({ filter: { ID: 61 }, select: ['STATUS_ID', 'STATUS_SEMANTIC_ID', 'DATE_CLOSED', 'MOVED_TIME'] }),
        body: {
          result: [{ ID: '61', STATUS_ID: 'JUNK', STATUS_SEMANTIC_ID: 'F', DATE_CLOSED: NOW, MOVED_TIME: NOW }],
          total: 1,
        },
      },
    ],
  },
  {
    name: 'a lead that is taken up again is open',
    page: UPDATE,
    request: update(65, { STATUS_ID: 'IN_PROCESS' }),
    body: { result: true },
    after: [
      {
        request: list({ filter: { ID: 65 }, select: ['STATUS_SEMANTIC_ID', 'DATE_CLOSED'] }),
        body: { result: [{ ID: '65', STATUS_SEMANTIC_ID: 'P', DATE_CLOSED: '' }], total: 1 },
      },
    ],
  },
  {
    name: 'a change finds no such lead',
    page: UPDATE,
    request: update(999, { TITLE: 'x' }),
    ...legacyRefusal('Not found'),
  },
  {
    name: 'a change of a lead of somebody else is refused',
    page: UPDATE,
    request: { ...update(61, { TITLE: 'x' }), user: 'manager' },
    ...legacyRefusal('Access denied.'),
  },
  {
    name: 'a deleted lead is gone',
    page: DELETE,
    request: method('crm.lead.delete', { id: '61' }),
    body: { result: true },
    after: [{ request: get(61), ...legacyRefusal('Not found') }],
  },
  {
    name: 'deleting finds no such lead',
    page: DELETE,
    request: method('crm.lead.delete', { id: 999 }),
    ...legacyRefusal('Not found'),
  },
  {
    name: 'deleting a lead of somebody else is refused',
    page: DELETE,
    request: { ...method('crm.lead.delete', { id: 61 }), user: 'employee' },
    ...legacyRefusal('Access denied.'),
  },
]
