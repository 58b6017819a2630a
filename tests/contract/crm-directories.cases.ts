import type { Case } from './case'
import { refusal } from './refusals'

const STATUS = 'api-reference/crm/status/crm-status-list.md'
const TYPE = 'api-reference/crm/universal/user-defined-object-types'
const OWNER_TYPES = 'api-reference/crm/auxiliary/enum/crm-enum-get-order-owner-types.md'
const CATEGORY = 'api-reference/crm/universal/category/crm-category-list.md'

const listStatuses = (params: object) => ({ method: 'crm.status.list', params: { ...params } })
const SOURCE = { ENTITY_ID: 'SOURCE', SYSTEM: 'Y', CATEGORY_ID: null, COLOR: '', SEMANTICS: null }
const CALL = { ...SOURCE, ID: '11', STATUS_ID: 'CALL', NAME: 'Call', NAME_INIT: 'Call', SORT: '10' }
const EMAIL = { ...SOURCE, ID: '13', STATUS_ID: 'EMAIL', NAME: 'E-mail', NAME_INIT: 'E-mail', SORT: '20' }
const WEB = { ...SOURCE, ID: '15', STATUS_ID: 'WEB', NAME: 'Website', NAME_INIT: 'Website', SORT: '30' }
const STORE = { ...SOURCE, ID: '17', STATUS_ID: 'STORE', NAME: 'Online store', NAME_INIT: 'Online store', SORT: '40' }
const foundStatuses = (...rows: object[]) => ({ body: { result: rows, total: rows.length } })

const CONTRACT = {
  id: 7,
  title: 'Service contract',
  code: '',
  createdBy: 1,
  entityTypeId: 1038,
  customSectionId: null,
  isCategoriesEnabled: 'N',
  isStagesEnabled: 'Y',
  isBeginCloseDatesEnabled: 'Y',
  isClientEnabled: 'Y',
  isUseInUserfieldEnabled: 'Y',
  isLinkWithProductsEnabled: 'Y',
  isMycompanyEnabled: 'Y',
  isDocumentsEnabled: 'Y',
  isSourceEnabled: 'Y',
  isObserversEnabled: 'Y',
  isRecyclebinEnabled: 'Y',
  isAutomationEnabled: 'Y',
  isBizProcEnabled: 'N',
  isSetOpenPermissions: 'Y',
  isPaymentsEnabled: 'Y',
  isCountersEnabled: 'N',
  createdTime: '2026-02-02T12:00:00+03:00',
  updatedTime: '2026-02-02T12:00:00+03:00',
  updatedBy: 1,
}
const relation = (entityTypeId: number, isPredefined: string) => ({
  entityTypeId,
  isChildrenListEnabled: 'Y',
  isPredefined,
})
const WHOLE_CONTRACT = {
  ...CONTRACT,
  relations: { parent: [relation(3, 'Y'), relation(4, 'Y'), relation(2, 'N'), relation(31, 'N')], child: [] },
  linkedUserFields: [],
  customSections: [],
}
const invalid = (description: string) => ({ status: 400, body: refusal('INVALID_ARG_VALUE', description) })

const DEAL = { attribute: 'DYN', code: 'DEAL', id: 2, name: 'Deal' }
const INVOICE = { attribute: 'DYN', code: 'SMART_INVOICE', id: 31, name: 'Invoice' }
const DYNAMIC = { attribute: 'DYN', code: 'DYNAMIC_1038', id: 1038, name: 'Service contract' }

/** Owner types, statuses, types and pipelines of CRM. */
export const CRM_DIRECTORY_CASES: Case[] = [
  {
    name: 'only deals own orders, according to the documentation',
    page: OWNER_TYPES,
    request: { method: 'crm.enum.getorderownertypes' },
    body: { result: [DEAL] },
  },
  {
    name: 'owner types are open to an employee',
    page: OWNER_TYPES,
    request: { method: 'crm.enum.getorderownertypes', user: 'employee' },
    body: { result: [DEAL] },
  },
  {
    name: 'owner types are named in the portal language',
    page: OWNER_TYPES,
    settings: { language: 'ru' },
    request: { method: 'crm.enum.getorderownertypes' },
    body: { result: [{ ...DEAL, name: 'Сделка' }] },
  },
  {
    name: 'a language without texts falls back to English',
    page: 'README.md: settings',
    settings: { language: 'de' },
    request: { method: 'crm.enum.getorderownertypes' },
    body: { result: [DEAL] },
  },
  {
    name: 'a portal may list invoices too',
    page: 'FACTS.md: 1',
    settings: { ownerTypes: 'deal+invoice' },
    request: { method: 'crm.enum.getorderownertypes' },
    body: { result: [DEAL, INVOICE] },
  },
  {
    name: 'a portal may list a type unknown to the app',
    page: 'FACTS.md: 1',
    settings: { ownerTypes: 'deal+invoice+dynamic' },
    request: { method: 'crm.enum.getorderownertypes' },
    body: { result: [DEAL, INVOICE, DYNAMIC] },
  },
  {
    name: 'a portal may list no owner type',
    page: 'FACTS.md: 1',
    settings: { ownerTypes: 'none' },
    request: { method: 'crm.enum.getorderownertypes' },
    body: { result: [] },
  },
  {
    name: 'the general pipeline of deals is number 0',
    page: CATEGORY,
    request: { method: 'crm.category.list', params: { entityTypeId: 2 } },
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
    name: 'an unknown type has no pipelines',
    page: CATEGORY,
    request: { method: 'crm.category.list', params: { entityTypeId: 777 } },
    status: 400,
    body: refusal('NOT_FOUND', 'Smart process not found'),
  },
  {
    name: 'stages are rows of strings',
    page: STATUS,
    request: { method: 'crm.status.list', params: { filter: { ENTITY_ID: 'DEAL_STAGE', STATUS_ID: 'WON' } } },
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
    name: 'types are for CRM administrators',
    page: `${TYPE}/crm-type-list.md`,
    request: { method: 'crm.type.list', user: 'manager' },
    status: 400,
    body: refusal('ACCESS_DENIED', 'Access denied'),
  },
  {
    name: 'a type that is not found by its entityTypeId has the code 0',
    page: `${TYPE}/crm-type-get-by-entity-type-id.md`,
    request: { method: 'crm.type.getByEntityTypeId', params: { entityTypeId: 777 } },
    status: 400,
    body: refusal('0', 'Smart process not found'),
  },
  {
    name: 'a directory that is no pipeline has no stage colours',
    page: STATUS,
    request: listStatuses({ filter: { ENTITY_ID: 'SOURCE' } }),
    ...foundStatuses(CALL, EMAIL, WEB, STORE),
  },
  {
    name: 'directories are sorted',
    page: STATUS,
    request: listStatuses({ filter: { ENTITY_ID: 'SOURCE' }, order: { SORT: 'DESC' } }),
    ...foundStatuses(STORE, WEB, EMAIL, CALL),
  },
  {
    name: 'entries are found by a part of the name',
    page: 'FACTS.md: filters of directories',
    request: listStatuses({ filter: { 'ENTITY_ID': 'SOURCE', '%NAME': 'store' } }),
    ...foundStatuses(STORE),
  },
  {
    name: 'one of several entries is found',
    page: 'FACTS.md: filters of directories',
    request: listStatuses({ filter: { ENTITY_ID: 'SOURCE', STATUS_ID: ['CALL', 'WEB'] } }),
    ...foundStatuses(CALL, WEB),
  },
  {
    name: 'entries after one are found',
    page: 'FACTS.md: filters of directories',
    request: listStatuses({ filter: { 'ENTITY_ID': 'SOURCE', '>SORT': 20 } }),
    ...foundStatuses(WEB, STORE),
  },
  {
    name: 'directories are in the portal language',
    page: STATUS,
    settings: { language: 'ru' },
    request: listStatuses({ filter: { ENTITY_ID: 'SOURCE', STATUS_ID: 'CALL' } }),
    ...foundStatuses({ ...CALL, NAME: 'Звонок', NAME_INIT: 'Звонок' }),
  },
  {
    name: 'directories require their filter to be a map',
    page: STATUS,
    request: listStatuses({ filter: 'abc' }),
    status: 400,
    body: refusal('Invalid parameters.', 'Incorrect parameters passed.'),
  },
  {
    name: 'types are listed with all their switches',
    page: `${TYPE}/crm-type-list.md`,
    request: { method: 'crm.type.list' },
    body: { result: { types: [CONTRACT] }, total: 1 },
  },
  {
    name: 'types are found by a part of the title',
    page: `${TYPE}/crm-type-list.md`,
    request: { method: 'crm.type.list', params: { filter: { '%title': 'nothing' } } },
    body: { result: { types: [] }, total: 0 },
  },
  {
    name: 'an unknown filter of types is refused',
    page: 'FACTS.md: filters of types',
    request: { method: 'crm.type.list', params: { filter: { nonsense: 1 } } },
    ...invalid("Invalid filter: field 'nonsense' is not allowed in filter"),
  },
  ...['ID', 'Id', 'TITLE', 'ENTITY_TYPE_ID', 'nonsense', 'constructor'].flatMap((field): Case[] => [
    {
      name: `the order of types by "${field}" is refused`,
      page: field === 'nonsense' ? `${TYPE}/crm-type-list.md` : 'FACTS.md: filters of types',
      request: { method: 'crm.type.list', params: { order: { [field]: 'ASC' } } },
      ...invalid(`Invalid order: field '${field}' is not allowed in order`),
    },
  ]),
  {
    name: 'a filter of types in capitals is refused',
    page: 'FACTS.md: filters of types',
    request: { method: 'crm.type.list', params: { filter: { ID: 7 } } },
    ...invalid("Invalid filter: field 'ID' is not allowed in filter"),
  },
  {
    name: 'a direction of the order of types that is none is refused',
    page: `${TYPE}/crm-type-list.md`,
    request: { method: 'crm.type.list', params: { order: { id: 'down' } } },
    ...invalid("Invalid order: allowed sort directions are ASC, DESC. But got 'down' for field 'id'"),
  },
  {
    name: 'types are put into order, the direction in any letter case',
    page: `${TYPE}/crm-type-list.md`,
    request: { method: 'crm.type.list', params: { order: { title: 'desc', id: 'ASC' } } },
    body: { result: { types: [CONTRACT] }, total: 1 },
  },
  {
    name: 'one type comes with its relations',
    page: `${TYPE}/crm-type-get.md`,
    request: { method: 'crm.type.get', params: { id: 7 } },
    body: { result: { type: WHOLE_CONTRACT } },
  },
  {
    name: 'a type is read by whoever may read its items',
    page: `${TYPE}/crm-type-get.md`,
    request: { method: 'crm.type.get', params: { id: 7 }, user: 'manager' },
    body: { result: { type: WHOLE_CONTRACT } },
  },
  {
    name: 'a type is found by its entityTypeId',
    page: `${TYPE}/crm-type-get-by-entity-type-id.md`,
    request: { method: 'crm.type.getByEntityTypeId', params: { entityTypeId: 1038 } },
    body: { result: { type: WHOLE_CONTRACT } },
  },
  {
    name: 'get requires an id of a type',
    page: `${TYPE}/crm-type-get.md`,
    live: true,
    request: { method: 'crm.type.get', params: {} },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {id}'),
  },
  {
    name: 'a type that is not there has the code 0',
    page: `${TYPE}/crm-type-get.md`,
    request: { method: 'crm.type.get', params: { id: 77 } },
    status: 400,
    body: refusal('0', 'Smart process not found'),
  },
  {
    name: 'a pipeline that is closed to the role is left out',
    page: CATEGORY,
    request: { method: 'crm.category.list', params: { entityTypeId: 2 }, user: 'employee' },
    body: { result: { categories: [{ id: 0, name: 'Sales', sort: 300, entityTypeId: 2, isDefault: 'Y' }] }, total: 1 },
  },
  {
    name: 'leads have no pipelines',
    page: CATEGORY,
    request: { method: 'crm.category.list', params: { entityTypeId: 1 } },
    status: 400,
    body: refusal('ENTITY_TYPE_NOT_SUPPORTED', 'Entity type `Lead` is not supported'),
  },
  {
    name: 'a dynamic type has a pipeline of its own',
    page: CATEGORY,
    request: { method: 'crm.category.list', params: { entityTypeId: 1038 } },
    body: {
      result: { categories: [{ id: 12, name: 'General', sort: 500, entityTypeId: 1038, isDefault: 'Y' }] },
      total: 1,
    },
  },
  {
    name: 'everybody may list the types of CRM objects, dynamic ones with short codes',
    page: 'api-reference/crm/auxiliary/enum/crm-enum-owner-type.md',
    request: { method: 'crm.enum.ownertype', user: 'employee' },
    body: {
      result: [
        { ID: 1, NAME: 'Lead', SYMBOL_CODE: 'LEAD', SYMBOL_CODE_SHORT: 'L' },
        { ID: 2, NAME: 'Deal', SYMBOL_CODE: 'DEAL', SYMBOL_CODE_SHORT: 'D' },
        { ID: 3, NAME: 'Contact', SYMBOL_CODE: 'CONTACT', SYMBOL_CODE_SHORT: 'C' },
        { ID: 4, NAME: 'Company', SYMBOL_CODE: 'COMPANY', SYMBOL_CODE_SHORT: 'CO' },
        { ID: 5, NAME: 'Invoice (old version)', SYMBOL_CODE: 'INVOICE', SYMBOL_CODE_SHORT: 'I' },
        { ID: 31, NAME: 'Invoice', SYMBOL_CODE: 'SMART_INVOICE', SYMBOL_CODE_SHORT: 'SI' },
        { ID: 7, NAME: 'Quote', SYMBOL_CODE: 'QUOTE', SYMBOL_CODE_SHORT: 'Q' },
        { ID: 8, NAME: 'Billing Details', SYMBOL_CODE: 'REQUISITE', SYMBOL_CODE_SHORT: 'RQ' },
        { ID: 36, NAME: 'Document', SYMBOL_CODE: 'SMART_DOCUMENT', SYMBOL_CODE_SHORT: 'DO' },
        { ID: 39, NAME: 'Company Document', SYMBOL_CODE: 'SMART_B2E_DOC', SYMBOL_CODE_SHORT: 'SBD' },
        { ID: 1038, NAME: 'Service contract', SYMBOL_CODE: 'DYNAMIC_1038', SYMBOL_CODE_SHORT: 'T40e' },
      ],
    },
  },
]
