import type { UserRow } from '@contract/users'
import type { Caller } from '@emulator/calls/call'
import type { FieldKinds } from '@emulator/lists/filter'
import type { LocalPortal, PortalUser } from '@emulator/portal/state'
import { keepFields } from '@emulator/lists/lists'
import { toPortalDate } from '@emulator/portal/time'

/** How the fields of a user compare. `NAME_SEARCH` is a filter only. */
export const USER_KINDS: FieldKinds = {
  ID: 'int',
  ACTIVE: 'string',
  NAME: 'string',
  LAST_NAME: 'string',
  SECOND_NAME: 'string',
  EMAIL: 'string',
  LAST_LOGIN: 'date',
  DATE_REGISTER: 'date',
  IS_ONLINE: 'string',
  PERSONAL_GENDER: 'string',
  PERSONAL_CITY: 'string',
  WORK_POSITION: 'string',
  UF_DEPARTMENT: 'int',
  USER_TYPE: 'string',
  NAME_SEARCH: 'string',
}

/** Everything that the sample portal stores of a person. */
export function toUserRow(portal: LocalPortal, user: PortalUser): UserRow {
  return {
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

const BRIEF = [
  'ID',
  'ACTIVE',
  'NAME',
  'LAST_NAME',
  'SECOND_NAME',
  'IS_ONLINE',
  'TIME_ZONE',
  'TIMESTAMP_X',
  'DATE_REGISTER',
  'PERSONAL_GENDER',
  'PERSONAL_BIRTHDAY',
  'PERSONAL_CITY',
  'WORK_POSITION',
  'LAST_ACTIVITY_DATE',
  'UF_EMPLOYMENT_DATE',
  'UF_DEPARTMENT',
]
const BASIC = [...BRIEF, 'EMAIL', 'WORK_PHONE', 'PERSONAL_MOBILE']

/** Leaves the fields that the caller's scope opens: all, those without the profile, or those without contacts. @see api-reference/user/user-scope.md */
export function limitUserRow({ scopes }: Caller, row: UserRow): Partial<UserRow> {
  if (scopes.includes('user')) return row
  const open = scopes.includes('user_basic') ? BASIC : BRIEF
  return keepFields(row, (name) => open.includes(name))
}
