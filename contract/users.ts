/** People. @see api-reference/user/index.md */
import type { YesNo } from './rest'

/** The caller; `PERSONAL_PHOTO` stands only where there is one. @see api-reference/common/users/profile.md */
export interface ProfileResult {
  ID: string
  /** May manage the settings of apps. */
  ADMIN: boolean
  NAME: string
  LAST_NAME: string
  PERSONAL_GENDER: 'M' | 'F' | ''
  TIME_ZONE: string
  PERSONAL_PHOTO?: string
}

/** Fields of a user that are texts, and empty for whoever has not filled them in. @see api-reference/user/user-scope.md */
export const USER_TEXT_FIELDS = [
  'XML_ID',
  'TITLE',
  'PERSONAL_PROFESSION',
  'PERSONAL_PHOTO',
  'PERSONAL_ICQ',
  'PERSONAL_PHONE',
  'PERSONAL_FAX',
  'PERSONAL_PAGER',
  'PERSONAL_STREET',
  'PERSONAL_MAILBOX',
  'PERSONAL_STATE',
  'PERSONAL_ZIP',
  'PERSONAL_COUNTRY',
  'PERSONAL_NOTES',
  'WORK_COMPANY',
  'WORK_DEPARTMENT',
  'WORK_WWW',
  'WORK_FAX',
  'WORK_PAGER',
  'WORK_STREET',
  'WORK_MAILBOX',
  'WORK_CITY',
  'WORK_STATE',
  'WORK_ZIP',
  'WORK_COUNTRY',
  'WORK_PROFILE',
  'WORK_LOGO',
  'WORK_NOTES',
  'UF_DISTRICT',
  'UF_SKYPE',
  'UF_SKYPE_LINK',
  'UF_ZOOM',
  'UF_TWITTER',
  'UF_FACEBOOK',
  'UF_LINKEDIN',
  'UF_XING',
  'UF_WEB_SITES',
  'UF_PHONE_INNER',
  'UF_TIMEMAN',
  'UF_SKILLS',
  'UF_INTERESTS',
] as const

type UserTexts = Record<(typeof USER_TEXT_FIELDS)[number], string>

/** Fields that are empty, or that the caller's scope does not open, may be absent. @see api-reference/user/user-get.md */
export interface UserRow extends UserTexts {
  ID: string
  ACTIVE: boolean
  NAME: string
  LAST_NAME: string
  SECOND_NAME: string
  EMAIL: string
  LAST_LOGIN: string
  DATE_REGISTER: string
  TIME_ZONE: string
  IS_ONLINE: YesNo
  /** The documented sample has an empty object here. */
  TIMESTAMP_X: Record<string, never>
  /** An empty object in the sample of `user.get`, a text in that of `user.current`. */
  LAST_ACTIVITY_DATE: Record<string, never> | string
  PERSONAL_GENDER: 'M' | 'F' | ''
  PERSONAL_WWW: string
  PERSONAL_BIRTHDAY: string
  PERSONAL_MOBILE: string
  PERSONAL_CITY: string
  WORK_PHONE: string
  WORK_POSITION: string
  UF_EMPLOYMENT_DATE: string
  UF_DEPARTMENT: number[]
  USER_TYPE: 'employee' | 'extranet' | 'email'
}

/** One department of the company; the highest has no `PARENT`. @see api-reference/departments/department-get.md */
export interface DepartmentRow {
  ID: string
  NAME: string
  SORT: number
  PARENT?: string
  UF_HEAD?: string
}
