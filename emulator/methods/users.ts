import type { MethodCall, MethodFamily, MethodReply } from '@emulator/call'
import { toPortalDate } from '@emulator/time'

/** @see api-reference/common/users/profile.md */
function profile({ caller }: MethodCall): MethodReply {
  const { user } = caller
  const result = {
    ID: String(user.id),
    ADMIN: user.isAdmin,
    NAME: user.name,
    LAST_NAME: user.lastName,
    PERSONAL_GENDER: '',
    TIME_ZONE: '',
  }
  return { result }
}

/** @see api-reference/user/user-current.md */
function current({ portal, caller }: MethodCall): MethodReply {
  const { user } = caller
  const result = {
    ID: String(user.id),
    ACTIVE: true,
    NAME: user.name,
    LAST_NAME: user.lastName,
    EMAIL: `user${user.id}@example.com`,
    LAST_LOGIN: toPortalDate(portal.now()),
    DATE_REGISTER: '2026-01-12T00:00:00+03:00',
    IS_ONLINE: 'Y',
    PERSONAL_GENDER: '',
    PERSONAL_BIRTHDAY: '',
    WORK_POSITION: user.position,
    UF_DEPARTMENT: [1],
  }
  return { result }
}

/** Who is calling. `profile` and `user.admin` need no scope. */
export const USER_METHODS: MethodFamily = {
  profile: { scopes: [], legacy: true, run: profile },
  'user.admin': { scopes: [], legacy: true, run: ({ caller }) => ({ result: caller.user.isAdmin }) },
  'user.current': { scopes: ['user', 'user_basic', 'user_brief'], legacy: true, run: current },
}
