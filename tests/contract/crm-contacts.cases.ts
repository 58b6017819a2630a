import type { Case } from './case'
import { expect } from 'vitest'
import { addContact, contactList, described, getContact, legacyRefusal, method, updateContact } from './crm-clients'
import { refusal } from './refusals'
import { NOW } from './test-clock'

const LIST = 'api-reference/crm/contacts/crm-contact-list.md'
const GET = 'api-reference/crm/contacts/crm-contact-get.md'
const ADD = 'api-reference/crm/contacts/crm-contact-add.md'
const UPDATE = 'api-reference/crm/contacts/crm-contact-update.md'
const DELETE = 'api-reference/crm/contacts/crm-contact-delete.md'
const FIELDS = 'api-reference/crm/contacts/crm-contact-fields.md'
const COMPANIES = 'api-reference/crm/contacts/company/crm-contact-company-items-get.md'
const CLIENT_FACT = 'FACTS.md: phones in old lists'

const found = (...ids: string[]) => ({ body: { result: ids.map((ID) => ({ ID })), total: ids.length } })
const PHONE_1 = { ID: '101', VALUE_TYPE: 'WORK', VALUE: '+1 555 0101', TYPE_ID: 'PHONE' }
const hidden: Case['before'] = [
  { change: ({ data }) => void Object.assign(data.contacts.get(2) ?? {}, { opened: 'N', assignedById: 2 }) },
]
const phones = (...values: [id: string, type: string, value: string][]) => ({
  PHONE: values.map(([ID, VALUE_TYPE, VALUE]) => ({ ID, VALUE_TYPE, VALUE, TYPE_ID: 'PHONE' })),
})
const SENT_PHONES = {
  PHONE: [
    { VALUE: '111', VALUE_TYPE: 'WORK' },
    { VALUE: '222', VALUE_TYPE: 'HOME' },
  ],
}
const withPhones: Case['before'] = [{ times: 1, request: addContact({ NAME: 'Ivo', ...SENT_PHONES }) }]
const phonesOf = (id: string) => contactList({ filter: { ID: id }, select: ['PHONE', 'HAS_PHONE'] })

/** A contact of which the name was said, in the old shape. */
const NEW_CONTACT = {
  ID: '5001',
  POST: null,
  COMMENTS: null,
  HONORIFIC: null,
  NAME: 'Ivo',
  SECOND_NAME: null,
  LAST_NAME: null,
  PHOTO: null,
  LEAD_ID: null,
  TYPE_ID: 'CLIENT',
  SOURCE_ID: 'CALL',
  SOURCE_DESCRIPTION: null,
  COMPANY_ID: '0',
  BIRTHDATE: '',
  EXPORT: 'Y',
  HAS_PHONE: 'N',
  HAS_EMAIL: 'N',
  HAS_IMOL: 'N',
  DATE_CREATE: NOW,
  DATE_MODIFY: NOW,
  ASSIGNED_BY_ID: '1',
  CREATED_BY_ID: '1',
  MODIFY_BY_ID: '1',
  OPENED: 'Y',
  ORIGINATOR_ID: null,
  ORIGIN_ID: null,
  ORIGIN_VERSION: null,
  FACE_ID: null,
  LAST_ACTIVITY_TIME: NOW,
  ADDRESS: null,
  ADDRESS_2: null,
  ADDRESS_CITY: null,
  ADDRESS_POSTAL_CODE: null,
  ADDRESS_REGION: null,
  ADDRESS_PROVINCE: null,
  ADDRESS_COUNTRY: null,
  ADDRESS_LOC_ADDR_ID: null,
  UTM_SOURCE: null,
  UTM_MEDIUM: null,
  UTM_CAMPAIGN: null,
  UTM_CONTENT: null,
  UTM_TERM: null,
  LAST_ACTIVITY_BY: '1',
}

const LISTS: Case[] = [
  {
    name: 'contacts are bare rows of texts',
    page: LIST,
    request: contactList({ select: ['NAME', 'ASSIGNED_BY_ID', 'HAS_PHONE'], filter: { ID: 1 } }),
    body: { result: [{ ID: '1', NAME: 'Ada', ASSIGNED_BY_ID: '1', HAS_PHONE: 'Y' }], total: 1 },
  },
  {
    name: 'phones of contacts are there when they are named',
    page: LIST,
    request: contactList({ select: ['NAME', 'PHONE'], filter: { ID: 1 } }),
    body: { result: [{ ID: '1', NAME: 'Ada', PHONE: [PHONE_1] }], total: 1 },
  },
  {
    name: 'a named phone that a contact does not have is not there',
    page: CLIENT_FACT,
    before: [{ times: 1, request: addContact({ NAME: 'Ivo' }) }],
    request: phonesOf('5001'),
    body: { result: [{ ID: '5001', HAS_PHONE: 'N' }], total: 1 },
  },
  {
    name: 'a star gives no phones of contacts, with them named it does',
    page: LIST,
    before: withPhones,
    request: contactList({ filter: { ID: 5001 }, select: ['*', 'UF_*'] }),
    body: { result: [{ ...NEW_CONTACT, HAS_PHONE: 'Y' }], total: 1 },
    after: [
      {
        request: contactList({ filter: { ID: 5001 }, select: ['*', 'UF_*', 'PHONE'] }),
        body: {
          result: [{ ...NEW_CONTACT, HAS_PHONE: 'Y', ...phones(['5002', 'WORK', '111'], ['5003', 'HOME', '222']) }],
          total: 1,
        },
      },
    ],
  },
  {
    name: 'without select contacts have all fields but phones',
    page: LIST,
    before: withPhones,
    request: contactList({ filter: { ID: 5001 } }),
    body: { result: [{ ...NEW_CONTACT, HAS_PHONE: 'Y' }], total: 1 },
  },
  {
    name: 'custom fields alone, of which there are none, leave the id',
    page: LIST,
    request: contactList({ filter: { ID: 1 }, select: ['UF_*'] }),
    ...found('1'),
  },
  {
    name: 'parameters of contacts may be in capitals',
    page: LIST,
    request: method('crm.contact.list', { FILTER: { '>ID': 0 }, ORDER: { ID: 'DESC' }, SELECT: ['ID'] }),
    ...found('2', '1'),
  },
  {
    name: 'a contact is found by its whole phone',
    page: LIST,
    request: contactList({ select: ['ID'], filter: { PHONE: '+1 555 0102' } }),
    ...found('2'),
  },
  {
    name: 'a contact is found by one of several e-mails',
    page: LIST,
    before: [{ times: 1, request: addContact({ EMAIL: [{ VALUE: 'a@example.com' }, { VALUE: 'B@example.com' }] }) }],
    request: contactList({ select: ['ID'], filter: { '@EMAIL': ['b@example.com', 'c@example.com'] } }),
    ...found('5001'),
  },
  {
    name: 'contacts without a phone are found by an empty one',
    page: CLIENT_FACT,
    before: [{ times: 1, request: addContact({ NAME: 'Ivo' }) }],
    request: contactList({ select: ['ID'], filter: { PHONE: '' } }),
    ...found('5001'),
  },
  {
    name: 'a part of a phone finds nobody',
    page: CLIENT_FACT,
    request: contactList({ select: ['ID'], filter: { '%PHONE': '555' } }),
    ...found(),
  },
  {
    name: 'a phone that is not wanted leaves the others',
    page: CLIENT_FACT,
    request: contactList({ select: ['ID'], filter: { '!PHONE': '+1 555 0102' } }),
    ...found('1'),
  },
  ...['Y', true, 1, '1', 'true'].map((flag): Case => ({
    name: `contacts with a phone are found by ${JSON.stringify(flag)}`,
    page: 'FACTS.md: booleans in filters',
    before: [{ times: 1, request: addContact({ NAME: 'Ivo' }) }],
    request: contactList({ select: ['ID'], filter: { HAS_PHONE: flag } }),
    ...found('1', '2'),
  })),
  {
    name: 'contacts are found by a pattern and what is not empty',
    page: LIST,
    request: contactList({ select: ['ID'], filter: { '=%NAME': 'a%', '!=LAST_NAME': '', '@ASSIGNED_BY_ID': [1, 6] } }),
    ...found('1'),
  },
  {
    name: 'contacts are sorted by several fields',
    page: LIST,
    before: [{ times: 1, request: addContact({ NAME: 'Aba', LAST_NAME: 'Brandvik' }) }],
    request: contactList({
      select: ['ID'],
      filter: { LAST_NAME: 'Brandvik' },
      order: { LAST_NAME: 'ASC', NAME: 'ASC' },
    }),
    ...found('5001', '1'),
  },
  {
    name: 'an address finds no contact, as none is kept',
    page: 'FACTS.md: addresses of clients',
    request: contactList({ select: ['ID'], filter: { ADDRESS_CITY: 'Oslo' } }),
    ...found(),
  },
  {
    name: 'a contact that is not open to all is not listed to others',
    page: LIST,
    before: hidden,
    request: { ...contactList({ select: ['ID'] }), user: 'employee' },
    ...found('1'),
  },
  {
    name: 'a contact that is not open to all is listed to its responsible person',
    page: LIST,
    before: hidden,
    request: { ...contactList({ select: ['ID'] }), user: 'manager' },
    ...found('1', '2'),
  },
  {
    name: 'contacts require the filter to be a map',
    page: LIST,
    live: true,
    request: contactList({ filter: 'abc' }),
    ...legacyRefusal("Parameter 'filter' must be array."),
  },
]

const READS: Case[] = [
  {
    name: 'a contact has its phones and e-mails',
    page: GET,
    before: [{ times: 1, request: addContact({ NAME: 'Ivo', ...SENT_PHONES, EMAIL: [{ VALUE: 'i@example.com' }] }) }],
    request: getContact(5001),
    body: {
      result: {
        ...NEW_CONTACT,
        HAS_PHONE: 'Y',
        HAS_EMAIL: 'Y',
        ...phones(['5002', 'WORK', '111'], ['5003', 'HOME', '222']),
        EMAIL: [{ ID: '5004', VALUE_TYPE: 'WORK', VALUE: 'i@example.com', TYPE_ID: 'EMAIL' }],
      },
    },
  },
  {
    name: 'a contact without phones and e-mails has none of these fields',
    page: GET,
    before: [{ times: 1, request: addContact({ NAME: 'Ivo' }) }],
    request: getContact(5001),
    body: { result: NEW_CONTACT },
  },
  {
    name: 'reading a contact requires a positive id',
    page: GET,
    live: true,
    request: getContact(0),
    ...legacyRefusal('ID is not defined or invalid.'),
  },
  { name: 'reading finds no such contact', page: GET, request: getContact(999), ...legacyRefusal('Not found') },
  {
    name: 'reading a contact that is not open to all is refused',
    page: GET,
    before: hidden,
    request: { ...getContact(2), user: 'employee' },
    ...legacyRefusal('Access denied.'),
  },
  {
    name: 'the fields of contacts are described',
    page: FIELDS,
    request: method('crm.contact.fields', {}),
    body: {
      result: expect.objectContaining({
        ID: described('integer', { isReadOnly: true, title: 'ID' }),
        NAME: described('string', { isRequired: true, title: 'Name' }),
        TYPE_ID: { ...described('crm_status', { title: 'Type ID' }), statusType: 'CONTACT_TYPE' },
        BIRTHDATE: described('date', { title: 'Birthdate' }),
        EXPORT: described('char', { title: 'Export' }),
        HAS_PHONE: described('char', { isReadOnly: true, title: 'Has phone' }),
        DATE_CREATE: described('datetime', { isReadOnly: true, title: 'Date create' }),
        COMPANY_ID: { ...described('crm_company', { title: 'Company ID' }), isDeprecated: true },
        COMPANY_IDS: described('crm_company', { isMultiple: true, title: 'Company ids' }),
        PHONE: described('crm_multifield', { isMultiple: true, title: 'Phone' }),
      }),
    },
  },
  {
    name: 'the companies of a contact, the main one first',
    page: COMPANIES,
    before: [
      { times: 1, request: method('crm.company.add', { fields: { TITLE: 'Second' } }) },
      { times: 1, request: updateContact(1, { COMPANY_IDS: [5001, 1] }) },
    ],
    request: method('crm.contact.company.items.get', { id: 1 }),
    body: {
      result: [
        { COMPANY_ID: 5001, SORT: 10, ROLE_ID: 0, IS_PRIMARY: 'Y' },
        { COMPANY_ID: 1, SORT: 20, ROLE_ID: 0, IS_PRIMARY: 'N' },
      ],
    },
  },
  {
    name: 'the companies of a contact require an id',
    page: COMPANIES,
    live: true,
    request: method('crm.contact.company.items.get', {}),
    ...legacyRefusal('The parameter ownerEntityID is invalid or not defined.'),
  },
  {
    name: 'the companies of a contact that is not there are not found',
    page: 'FACTS.md: companies of contacts',
    request: method('crm.contact.company.items.get', { id: 999 }),
    ...legacyRefusal('Not found'),
  },
  {
    name: 'the companies of a contact that is not open to all are refused',
    page: COMPANIES,
    before: hidden,
    request: { ...method('crm.contact.company.items.get', { id: 2 }), user: 'employee' },
    status: 400,
    body: refusal('ACCESS_DENIED', 'Access denied!'),
  },
]

const WRITES: Case[] = [
  {
    name: 'a new contact is answered by its id',
    page: ADD,
    request: addContact({ NAME: 'Ivo' }),
    body: { result: 5001 },
  },
  {
    name: 'a contact takes its companies in plural, and they take it',
    page: ADD,
    before: [{ times: 1, request: addContact({ NAME: 'Ivo', COMPANY_IDS: [1] }) }],
    request: getContact(5001),
    body: { result: { ...NEW_CONTACT, COMPANY_ID: '1' } },
    after: [
      {
        request: method('crm.company.contact.items.get', { id: 1 }),
        body: { result: expect.arrayContaining([expect.objectContaining({ CONTACT_ID: 5001 })]) },
      },
    ],
  },
  {
    name: 'a contact is the same by the newer methods',
    page: ADD,
    before: [{ times: 1, request: addContact({ NAME: 'Ivo', BIRTHDATE: '11.11.2001', ...SENT_PHONES }) }],
    request: {
      method: 'crm.item.list',
      params: { entityTypeId: 3, filter: { id: 5001 }, select: ['name', 'birthdate', 'phoneWork'] },
    },
    body: { result: { items: [{ name: 'Ivo', birthdate: '2001-11-11T03:00:00+03:00', phoneWork: '111' }] }, total: 1 },
  },
  {
    name: 'a birthday that is no date is refused',
    page: 'FACTS.md: mistakes in old writes',
    request: addContact({ BIRTHDATE: '31.02.2001' }),
    ...legacyRefusal('Invalid value for field "birthdate"'),
  },
  {
    name: 'a broken e-mail is refused',
    page: 'FACTS.md: mistakes in old writes',
    request: addContact({ EMAIL: [{ VALUE: 'nobody' }] }),
    status: 400,
    body: refusal('ERROR_CORE', 'The field "E-mail" contains an invalid address'),
  },
  {
    name: 'a new contact requires fields',
    page: ADD,
    live: true,
    request: method('crm.contact.add', {}),
    ...legacyRefusal("Parameter 'fields' must be array."),
  },
  {
    name: 'a new contact requires its parameters to be a map',
    page: ADD,
    request: method('crm.contact.add', { fields: { NAME: 'x' }, params: 'abc' }),
    ...legacyRefusal("Parameter 'params' must be array."),
  },
  {
    name: 'a change of a contact answers true and leaves the rest',
    page: UPDATE,
    request: updateContact(1, { POST: 'Architect', OPENED: 'N' }),
    body: { result: true },
    after: [
      {
        request: contactList({ filter: { ID: 1 }, select: ['NAME', 'POST', 'OPENED', 'DATE_MODIFY', 'HAS_PHONE'] }),
        body: {
          result: [{ ID: '1', NAME: 'Ada', POST: 'Architect', OPENED: 'N', DATE_MODIFY: NOW, HAS_PHONE: 'Y' }],
          total: 1,
        },
      },
    ],
  },
  {
    name: 'a phone is changed by its id, others stay',
    page: UPDATE,
    before: withPhones,
    request: updateContact(5001, { PHONE: [{ ID: 5003, VALUE: '333', VALUE_TYPE: 'MOBILE' }] }),
    body: { result: true },
    after: [
      {
        request: phonesOf('5001'),
        body: {
          result: [{ ID: '5001', HAS_PHONE: 'Y', ...phones(['5002', 'WORK', '111'], ['5003', 'MOBILE', '333']) }],
          total: 1,
        },
      },
    ],
  },
  {
    name: 'a phone without an id is added',
    page: UPDATE,
    before: withPhones,
    request: updateContact(5001, { PHONE: [{ VALUE: '444', VALUE_TYPE: 'WORK' }] }),
    body: { result: true },
    after: [
      {
        request: contactList({ filter: { PHONE: '444' }, select: ['ID'] }),
        ...found('5001'),
      },
    ],
  },
  ...[{ DELETE: 'Y' }, { VALUE: '' }, {}].map((rest): Case => ({
    name: `a phone is deleted by its id and ${JSON.stringify(rest)}`,
    page: UPDATE,
    before: withPhones,
    request: updateContact(5001, { PHONE: [{ ID: 5002, ...rest }] }),
    body: { result: true },
    after: [
      {
        request: phonesOf('5001'),
        body: { result: [{ ID: '5001', HAS_PHONE: 'Y', ...phones(['5003', 'HOME', '222']) }], total: 1 },
      },
    ],
  })),
  {
    name: 'after its last phone a contact has none',
    page: UPDATE,
    before: withPhones,
    request: updateContact(5001, {
      PHONE: [
        { ID: 5002, DELETE: 'Y' },
        { ID: 5003, DELETE: 'Y' },
      ],
    }),
    body: { result: true },
    after: [{ request: phonesOf('5001'), body: { result: [{ ID: '5001', HAS_PHONE: 'N' }], total: 1 } }],
  },
  {
    name: 'a change finds no such contact',
    page: UPDATE,
    request: updateContact(999, { NAME: 'x' }),
    ...legacyRefusal('Contact is not found'),
  },
  {
    name: 'a change of a contact requires fields',
    page: UPDATE,
    request: method('crm.contact.update', { id: 1 }),
    ...legacyRefusal("Parameter 'fields' must be array."),
  },
  {
    name: 'a change of a contact of somebody else is refused',
    page: UPDATE,
    request: { ...updateContact(1, { NAME: 'x' }), user: 'manager' },
    ...legacyRefusal('Access denied.'),
  },
  {
    name: 'a deleted contact is gone, from its company too',
    page: DELETE,
    request: method('crm.contact.delete', { id: 1 }),
    body: { result: true },
    after: [
      { request: getContact(1), ...legacyRefusal('Not found') },
      {
        request: method('crm.company.contact.items.get', { id: 1 }),
        body: { result: expect.not.arrayContaining([expect.objectContaining({ CONTACT_ID: 1 })]) },
      },
    ],
  },
  {
    name: 'deleting finds no such contact',
    page: DELETE,
    request: method('crm.contact.delete', { id: 999 }),
    status: 400,
    body: refusal('ERROR_CORE', 'Element not found'),
  },
  {
    name: 'deleting a contact requires a positive id',
    page: DELETE,
    live: true,
    request: method('crm.contact.delete', {}),
    ...legacyRefusal('ID is not defined or invalid.'),
  },
  {
    name: 'deleting a contact of somebody else is refused',
    page: DELETE,
    request: { ...method('crm.contact.delete', { id: 1 }), user: 'employee' },
    ...legacyRefusal('Access denied.'),
  },
]

export const CRM_CONTACT_CASES: Case[] = [...LISTS, ...READS, ...WRITES]
