import type { MethodCall, MethodFamily, MethodReply, Params } from '@emulator/calls/call'
import { isMap, readLooseParam } from '@emulator/calls/params'
import { toLegacyCondition, toLegacyOrder } from '@emulator/lists/legacy-list'
import { sortRows, toPage } from '@emulator/lists/lists'
import { USER_KINDS, limitUserRow, toUserRow } from '@emulator/rows/user-rows'

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

/** Fields that the documented answer about oneself has. */
const CURRENT = [
  'ID',
  'ACTIVE',
  'NAME',
  'LAST_NAME',
  'EMAIL',
  'LAST_LOGIN',
  'DATE_REGISTER',
  'IS_ONLINE',
  'PERSONAL_GENDER',
  'PERSONAL_BIRTHDAY',
  'WORK_POSITION',
  'UF_EMPLOYMENT_DATE',
  'UF_DEPARTMENT',
]

/** Who asks is online. @see api-reference/user/user-current.md */
function current({ portal, caller }: MethodCall): MethodReply {
  const row = limitUserRow(caller, { ...toUserRow(portal, caller.user), IS_ONLINE: 'Y' })
  return { result: Object.fromEntries(Object.entries(row).filter(([name]) => CURRENT.includes(name))) }
}

/** Flags come as `true`, `Y`, `1` and their opposites. */
function toFlagText(value: unknown): string {
  return [true, 'true', 'Y', 1, '1'].some((yes) => yes === value) ? 'true' : 'false'
}

/** The filter, or the parameters themselves: older clients send `{ ID: 1 }` without `FILTER`. unconfirmed */
function readFilter(params: Params): Params {
  const sent = readLooseParam(params, 'FILTER')
  const filter = isMap(sent) ? sent : params
  const entries = Object.entries(filter).map(([key, value]) => {
    if (key === 'NAME_SEARCH') return ['%NAME_SEARCH', value]
    return /^[^A-Z]*ACTIVE$/.test(key) ? [key, toFlagText(value)] : [key, value]
  })
  return Object.fromEntries(entries)
}

function readNames(params: Params, row: Params): string[] {
  const select = readLooseParam(params, 'select')
  const names = isMap(select) ? Object.values(select).map(String) : ['*']
  const isCustom = (name: string) => name.startsWith('UF_')
  return Object.keys(row).filter(
    (name) => names.includes('*') || names.includes(name) || (isCustom(name) && names.includes('UF_*')),
  )
}

/** @see api-reference/user/user-get.md */
function list({ portal, caller, params }: MethodCall): MethodReply {
  const matches = toLegacyCondition(readFilter(params), USER_KINDS)
  const rows = portal.users.map((user) => toUserRow(portal, user))
  const found = rows.filter((row) => matches({ ...row, NAME_SEARCH: `${String(row.NAME)} ${String(row.LAST_NAME)}` }))
  const sort = toLegacyOrder(
    { [String(readLooseParam(params, 'sort') ?? 'ID')]: readLooseParam(params, 'order') ?? 'ASC' },
    USER_KINDS,
  )
  const { page, ...counts } = toPage(
    sortRows(found, [...sort, { field: 'ID', descending: false }], USER_KINDS),
    readLooseParam(params, 'start'),
  )
  const open = page.map((row) => limitUserRow(caller, row))
  return {
    result: open.map((row) => Object.fromEntries(readNames(params, row).map((name) => [name, row[name]]))),
    ...counts,
  }
}

const USER_SCOPES = ['user', 'user_basic', 'user_brief']

/** People. `profile` and `user.admin` need no scope. */
export const USER_METHODS: MethodFamily = {
  'profile': { scopes: [], legacy: true, run: profile },
  'user.admin': { scopes: [], legacy: true, run: ({ caller }) => ({ result: caller.user.isAdmin }) },
  'user.current': { scopes: USER_SCOPES, legacy: true, run: current },
  'user.get': { scopes: USER_SCOPES, legacy: true, run: list },
}
