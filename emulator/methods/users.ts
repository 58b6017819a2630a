import type { ProfileResult, UserRow } from '@contract/users'
import type { MethodCall, MethodTable, Params, ReplyOf } from '@emulator/calls/call'
import { isMap, readParamAnyCase } from '@emulator/calls/params'
import { toLegacyCondition, toLegacyOrder } from '@emulator/lists/legacy-list'
import { keepFields, sortRows, toPage } from '@emulator/lists/lists'
import { USER_KINDS, limitUserRow, toCurrentUserRow, toUserRow } from '@emulator/rows/user-rows'

/** @see api-reference/common/users/profile.md */
function profile({ caller }: MethodCall): ReplyOf<'profile'> {
  const { user } = caller
  const result: ProfileResult = {
    ID: String(user.id),
    ADMIN: user.isAdmin,
    NAME: user.name,
    LAST_NAME: user.lastName,
    PERSONAL_GENDER: '',
    TIME_ZONE: user.timeZone ?? '',
  }
  return { result }
}

/** @see api-reference/user/user-current.md */
function current({ portal, caller }: MethodCall): ReplyOf<'user.current'> {
  return { result: limitUserRow(caller, toCurrentUserRow(portal, caller.user)) }
}

/** The filter, or the parameters themselves: older clients send `{ ID: 1 }` without `FILTER`. unconfirmed */
function readFilter(params: Params): Params {
  const sent = readParamAnyCase(params, 'FILTER')
  const filter = isMap(sent) ? sent : params
  const entries = Object.entries(filter).map(([key, value]): [string, unknown] => {
    return key === 'NAME_SEARCH' ? ['%NAME_SEARCH', value] : [key, value]
  })
  return Object.fromEntries(entries)
}

/** Leaves what `select` asks for. */
function toSelection(row: Partial<UserRow>, params: Params): Partial<UserRow> {
  const select = readParamAnyCase(params, 'select')
  const names = isMap(select) ? Object.values(select).map(String) : ['*']
  const isCustom = (name: string) => name.startsWith('UF_')
  return keepFields(
    row,
    (name) => names.includes('*') || names.includes(name) || (isCustom(name) && names.includes('UF_*')),
  )
}

/** @see api-reference/user/user-get.md */
function list({ portal, caller, params }: MethodCall): ReplyOf<'user.get'> {
  const matches = toLegacyCondition(readFilter(params), USER_KINDS)
  const rows = portal.users.map((user) => toUserRow(portal, user))
  const found = rows.filter((row) => matches({ ...row, NAME_SEARCH: `${row.NAME} ${row.LAST_NAME}` }))
  const sort = toLegacyOrder(
    { [String(readParamAnyCase(params, 'sort') ?? 'ID')]: readParamAnyCase(params, 'order') ?? 'ASC' },
    USER_KINDS,
  )
  const { page, ...counts } = toPage(
    sortRows(found, [...sort, { field: 'ID', descending: false }], USER_KINDS),
    readParamAnyCase(params, 'start'),
  )
  const open = page.map((row) => limitUserRow(caller, row))
  return { result: open.map((row) => toSelection(row, params)), ...counts }
}

/** Titles are the portal's own where it has some; here they are the names. @see api-reference/user/user-fields.md */
function fields({ portal, caller }: MethodCall): ReplyOf<'user.fields'> {
  const names = Object.keys(limitUserRow(caller, toUserRow(portal, caller.user)))
  return { result: Object.fromEntries(names.map((name) => [name, name])) }
}

const USER_SCOPES = ['user', 'user_basic', 'user_brief']

/** People. `profile` and `user.admin` need no scope. */
export const USER_METHODS = {
  'profile': { scopes: [], legacy: true, run: profile },
  'user.admin': { scopes: [], legacy: true, run: ({ caller }) => ({ result: caller.user.isAdmin }) },
  'user.current': { scopes: USER_SCOPES, legacy: true, run: current },
  'user.fields': { scopes: USER_SCOPES, legacy: true, run: fields },
  'user.get': { scopes: USER_SCOPES, legacy: true, run: list },
} satisfies Partial<MethodTable>
