import type { DepartmentRow } from '@contract/users'
import type { MethodCall, MethodReply, MethodTable, ReplyOf } from '@emulator/calls/call'
import { requireAppToken } from '@emulator/app/app-context'
import { RestError } from '@emulator/calls/errors'
import { readParamAnyCase } from '@emulator/calls/params'
import { toLegacyCondition } from '@emulator/lists/legacy-list'

/** The app has registered none. @see api-reference/bizproc/bizproc-robot/bizproc-robot-list.md */
function listAutomation({ caller }: MethodCall): MethodReply<string[]> {
  if (caller.via !== 'app') throw new RestError('ACCESS_DENIED', 'Application context required')
  if (!caller.user.isAdmin) throw new RestError('ACCESS_DENIED', 'Access denied!')
  return { result: [] }
}

/** No type of custom fields can be registered here. */
function listFieldTypes(call: MethodCall): ReplyOf<'userfieldtype.list'> {
  requireAppToken(call)
  return { result: [], total: 0 }
}

/** Everybody belongs to it. */
const COMPANY: DepartmentRow = { ID: '1', NAME: 'Company', SORT: 500 }

const KINDS = { ID: 'int', NAME: 'string', PARENT: 'int', UF_HEAD: 'int' } as const

/** The filter stands beside the other parameters, of which `sort` has one row to sort. @see api-reference/departments/department-get.md */
function listDepartments({ params }: MethodCall): ReplyOf<'department.get'> {
  const sent = Object.keys(KINDS).map((name) => [name, readParamAnyCase(params, name)] as const)
  const filter = Object.fromEntries(sent.filter(([, value]) => value !== undefined))
  const result = [COMPANY].filter(toLegacyCondition(filter, KINDS))
  return { result, total: result.length }
}

/** Lists that clients read at the start, and in which the local portal has nothing, or next to it. */
export const EMPTY_LIST_METHODS = {
  'bizproc.activity.list': { scopes: ['bizproc'], legacy: true, run: listAutomation },
  'bizproc.robot.list': { scopes: ['bizproc'], legacy: true, run: listAutomation },
  'userfieldtype.list': { scopes: ['placement'], legacy: true, run: listFieldTypes },
  'department.get': { scopes: ['department'], legacy: true, run: listDepartments },
} satisfies Partial<MethodTable>
