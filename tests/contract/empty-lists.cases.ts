import type { Case } from './case'
import { expect } from 'vitest'
import { refusal } from './refusals'

const ROBOTS = 'api-reference/bizproc/bizproc-robot/bizproc-robot-list.md'
const ACTIVITIES = 'api-reference/bizproc/bizproc-activity/bizproc-activity-list.md'
const DEPARTMENTS = 'api-reference/departments/department-get.md'

const SCOPES = ['bizproc', 'department', 'user_brief']
const open: Case['before'] = [
  {
    change: ({ app, webhooks }) => {
      app.scopes.push(...SCOPES)
      for (const webhook of webhooks) webhook.scopes = [...webhook.scopes, ...SCOPES]
    },
  },
]
const departments = (params: object) => ({ method: 'department.get', params: { ...params } })

export const EMPTY_LIST_CASES: Case[] = [
  ...[
    { method: 'bizproc.robot.list', page: ROBOTS },
    { method: 'bizproc.activity.list', page: ACTIVITIES },
  ].flatMap(({ method, page }): Case[] => [
    { name: `${method}: none are registered`, page, before: open, request: { method }, body: { result: [] } },
    {
      name: `${method} is for apps`,
      page,
      before: open,
      request: { method, auth: 'webhook' },
      status: 400,
      body: refusal('ACCESS_DENIED', 'Application context required'),
    },
    {
      name: `${method} is for administrators`,
      page,
      before: open,
      request: { method, user: 'manager' },
      status: 400,
      body: refusal('ACCESS_DENIED', 'Access denied!'),
    },
  ]),
  {
    name: 'no types of fields are registered',
    page: 'api-reference/widgets/user-field/userfieldtype-list.md',
    request: { method: 'userfieldtype.list' },
    body: { result: [], total: 0 },
  },
  {
    name: 'there is one department',
    page: 'FACTS.md: departments',
    before: open,
    request: departments({ sort: 'NAME', order: 'DESC' }),
    body: { result: [{ ID: '1', NAME: 'Company', SORT: 500 }], total: 1 },
  },
  {
    name: 'a department is found by its id',
    page: DEPARTMENTS,
    before: open,
    request: departments({ ID: [1, 2] }),
    body: { result: [{ ID: '1', NAME: 'Company', SORT: 500 }], total: 1 },
  },
  {
    name: 'no department is below another',
    page: DEPARTMENTS,
    before: open,
    request: departments({ PARENT: 1 }),
    body: { result: [], total: 0 },
  },
  {
    name: 'fields of people are those that the scope opens',
    page: 'api-reference/user/user-fields.md',
    before: open,
    request: { method: 'user.fields' },
    body: { result: expect.not.objectContaining({ EMAIL: 'EMAIL' }) },
    after: [{ request: { method: 'user.fields' }, body: { result: expect.objectContaining({ NAME: 'NAME' }) } }],
  },
]
