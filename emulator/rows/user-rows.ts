import type { UserRow } from '@contract/users'
import type { Caller } from '@emulator/calls/call'
import type { FieldKind, FieldKinds } from '@emulator/lists/filter'
import type { LocalPortal, PortalUser } from '@emulator/portal/state'
import { USER_TEXT_FIELDS } from '@contract/users'
import { keepFields } from '@emulator/lists/lists'
import { toPortalDate } from '@emulator/portal/time'

/** Says of each of these fields that it is a text. */
const TEXT_KINDS: FieldKinds = Object.fromEntries(USER_TEXT_FIELDS.map((name): [string, FieldKind] => [name, 'string']))

/** How the fields of a user compare. `NAME_SEARCH` is a filter only. */
export const USER_KINDS: FieldKinds = {
  ...TEXT_KINDS,
  ID: 'int',
  ACTIVE: 'flag',
  NAME: 'string',
  LAST_NAME: 'string',
  SECOND_NAME: 'string',
  EMAIL: 'string',
  LAST_LOGIN: 'date',
  DATE_REGISTER: 'date',
  TIME_ZONE: 'string',
  IS_ONLINE: 'flag',
  PERSONAL_GENDER: 'string',
  PERSONAL_WWW: 'string',
  PERSONAL_MOBILE: 'string',
  PERSONAL_CITY: 'string',
  WORK_PHONE: 'string',
  WORK_POSITION: 'string',
  UF_DEPARTMENT: 'int',
  USER_TYPE: 'string',
  NAME_SEARCH: 'string',
}

/** Nobody of the sample has filled these in. */
function emptyTexts() {
  const texts = Object.fromEntries(USER_TEXT_FIELDS.map((name) => [name, '']))
  // `fromEntries` forgets which names it was given.
  return texts as Record<(typeof USER_TEXT_FIELDS)[number], string>
}

/** Everything that is documented of a person. unconfirmed: fields that are empty come as empty texts. */
export function toUserRow(portal: LocalPortal, user: PortalUser): UserRow {
  return {
    ...emptyTexts(),
    ID: String(user.id),
    ACTIVE: true,
    NAME: user.name,
    LAST_NAME: user.lastName,
    SECOND_NAME: '',
    EMAIL: `user${user.id}@example.com`,
    LAST_LOGIN: toPortalDate(portal.now()),
    DATE_REGISTER: '2026-01-12T00:00:00+03:00',
    TIME_ZONE: user.timeZone ?? '',
    IS_ONLINE: user.id === portal.settings.user ? 'Y' : 'N',
    // Two dates come as empty objects: so does the documented sample.
    TIMESTAMP_X: {},
    LAST_ACTIVITY_DATE: {},
    PERSONAL_GENDER: '',
    PERSONAL_WWW: '',
    PERSONAL_BIRTHDAY: '',
    PERSONAL_MOBILE: '',
    PERSONAL_CITY: '',
    WORK_PHONE: '',
    WORK_POSITION: user.position,
    UF_EMPLOYMENT_DATE: '',
    UF_DEPARTMENT: [1],
    USER_TYPE: 'employee',
  }
}

/** What the caller reads of themself: they are online, and their last activity is a text. @see api-reference/user/user-current.md */
export function toCurrentUserRow(portal: LocalPortal, user: PortalUser): UserRow {
  const lastActivity = toPortalDate(portal.now()).slice(0, 19).replace('T', ' ')
  return { ...toUserRow(portal, user), IS_ONLINE: 'Y', LAST_ACTIVITY_DATE: lastActivity }
}

/** Without contacts. */
const BRIEF = [
  'ID',
  'XML_ID',
  'ACTIVE',
  'NAME',
  'LAST_NAME',
  'SECOND_NAME',
  'TITLE',
  'IS_ONLINE',
  'TIME_ZONE',
  'PERSONAL_PHOTO',
  'TIMESTAMP_X',
  'DATE_REGISTER',
  'PERSONAL_PROFESSION',
  'PERSONAL_GENDER',
  'PERSONAL_BIRTHDAY',
  'PERSONAL_CITY',
  'PERSONAL_STATE',
  'PERSONAL_COUNTRY',
  'WORK_POSITION',
  'WORK_CITY',
  'WORK_STATE',
  'WORK_COUNTRY',
  'LAST_ACTIVITY_DATE',
  'UF_EMPLOYMENT_DATE',
  'UF_TIMEMAN',
  'UF_SKILLS',
  'UF_INTERESTS',
  'UF_DEPARTMENT',
  'UF_PHONE_INNER',
]
const NOT_IN_BASIC = ['LAST_LOGIN', 'PERSONAL_WWW', 'PERSONAL_ICQ', 'USER_TYPE']

/** Leaves the fields that the caller's scope opens: all, nearly all, or those without contacts. @see api-reference/user/user-scope.md */
export function limitUserRow({ scopes }: Caller, row: UserRow): Partial<UserRow> {
  if (scopes.includes('user')) return row
  if (scopes.includes('user_basic')) return keepFields(row, (name) => !NOT_IN_BASIC.includes(name))
  return keepFields(row, (name) => BRIEF.includes(name))
}
