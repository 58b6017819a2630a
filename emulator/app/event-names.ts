import type { LocalPortal } from '@emulator/portal/state'

const toNames = (subjects: readonly string[], ends: readonly string[]) =>
  subjects.flatMap((subject) => ends.map((end) => `ON${subject}${end}`))

const CHANGES = ['ADD', 'UPDATE', 'DELETE']
const CRM_SUBJECTS = ['LEAD', 'DEAL', 'COMPANY', 'CONTACT', 'QUOTE', 'INVOICE', 'REQUISITE'].map((name) => `CRM${name}`)
const CRM_OTHERS = [
  'CURRENCY',
  'PRODUCT',
  'PRODUCTPROPERTY',
  'PRODUCTSECTION',
  'ACTIVITY',
  'BANKDETAIL',
  'MEASURE',
  'TIMELINECOMMENT',
  'DYNAMICITEM',
  'TYPE',
  'DOCUMENTGENERATORDOCUMENT',
].map((name) => `CRM${name}`)

const CRM_EVENTS = [
  ...toNames([...CRM_SUBJECTS, ...CRM_OTHERS], CHANGES),
  ...toNames(
    CRM_SUBJECTS.map((name) => `${name}USERFIELD`),
    [...CHANGES, 'SETENUMVALUES'],
  ),
  ...toNames(['CRMDEALRECURRING', 'CRMINVOICERECURRING'], [...CHANGES, 'EXPOSE']),
  'ONCRMINVOICESETSTATUS',
  'ONCRMDEALMOVETOCATEGORY',
  ...toNames(['CRMADDRESS'], ['REGISTER', 'UNREGISTER']),
]

/** @see api-reference/sale/events/index.md */
const SALE_EVENTS = [
  'ONSALEORDERSAVED',
  'ONSALEBEFOREORDERDELETE',
  ...toNames(['ORDER', 'PAYMENT', 'SHIPMENT', 'PROPERTYVALUE'], ['ENTITYSAVED', 'DELETED']),
]

/** Events of the app itself; they need no scope. */
const APP_EVENTS = [
  ...toNames(['APP'], ['UNINSTALL', 'INSTALL', 'UPDATE', 'PAYMENT', 'TEST', 'METHODCONFIRM']),
  'ONOFFLINEEVENT',
]

const EVENTS_BY_SCOPE: Readonly<Record<string, readonly string[]>> = {
  crm: CRM_EVENTS,
  sale: SALE_EVENTS,
  task: toNames(['TASK', 'TASKCOMMENT'], CHANGES),
  user: ['ONUSERADD'],
}

/** Events of one scope. Every dynamic type has events of its own, with its entity type id. @see api-reference/events/events.md */
export function eventsOfScope({ data }: LocalPortal, scope: string): string[] {
  const ofTypes = data.types.flatMap(({ entityTypeId }) =>
    toNames(['CRMDYNAMICITEM'], CHANGES).map((name) => `${name}_${entityTypeId}`),
  )
  return [...(EVENTS_BY_SCOPE[scope] ?? []), ...(scope === 'crm' ? ofTypes : [])]
}

/** Events that an app with these scopes may handle. */
export function availableEvents(portal: LocalPortal, scopes: readonly string[]): string[] {
  return [...APP_EVENTS, ...scopes.flatMap((scope) => eventsOfScope(portal, scope))]
}

/** Every event that the portal knows. */
export function allEvents(portal: LocalPortal): string[] {
  return availableEvents(portal, Object.keys(EVENTS_BY_SCOPE))
}
