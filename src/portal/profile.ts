import type { Ask } from './ask'
import type { Portal } from './portal'
import * as v from 'valibot'
import { optionalText } from './decode'

/** A person who is not active any more has an empty profile. */
const PROFILE = v.object({ TIME_ZONE: optionalText })

/** The person who opened the app. @see api-reference/common/users/profile.md */
export function createProfile(ask: Ask): Portal['profile'] {
  return {
    isAdministrator: async () => (await ask({ method: 'user.admin', params: {} }, v.boolean())).result,
    readTimeZone: async () => (await ask({ method: 'profile', params: {} }, PROFILE)).result.TIME_ZONE,
  }
}
