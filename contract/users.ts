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

/** Fields that are empty, or that the caller's scope does not open, may be absent. @see api-reference/user/user-get.md */
export interface UserRow {
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
