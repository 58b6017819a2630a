import type { HttpCase, HttpRequest } from './http-requests.cases'

const REST3 = 'api-reference/rest-v3.md'
const UNKNOWN = 'FACTS.md: REST 3.0'
const JSON_TYPE = { 'content-type': 'application/json' }
const WEBHOOK = '/rest/api/1/adminsecret'

const rest3Error = (status: number, name: string, message: string) => ({
  status,
  body: { error: { code: `BITRIX_REST_V3_EXCEPTION_${name}EXCEPTION`, message } },
})
const NOT_FOUND = rest3Error(400, 'METHODNOTFOUND', 'Method not found')
const DENIED = rest3Error(401, 'ACCESSDENIED', 'Access denied')
const NOT_JSON = rest3Error(400, 'INVALIDJSON', 'Invalid JSON')
const post = (path: string, body: string, headers: Record<string, string> = JSON_TYPE): HttpRequest => ({
  method: 'POST',
  path,
  headers,
  body,
})

/** Requests to the address of REST 3.0, where the local portal has nothing. */
export const REST3_CASES: HttpCase[] = [
  {
    name: 'REST 3.0 has no method by webhook',
    page: UNKNOWN,
    request: post(`${WEBHOOK}/tasks.task.get`, '{"id":1}'),
    ...NOT_FOUND,
  },
  {
    name: 'REST 3.0 has no method by GET',
    page: UNKNOWN,
    request: { path: `${WEBHOOK}/rest.documentation.openapi` },
    ...NOT_FOUND,
  },
  {
    name: 'a method of the old REST is none of REST 3.0',
    page: REST3,
    request: post(`${WEBHOOK}/profile`, ''),
    ...NOT_FOUND,
  },
  {
    name: 'REST 3.0 takes the token of an app from the body',
    page: REST3,
    request: ({ access }) => post('/rest/api/tasks.task.get', JSON.stringify({ id: 1, auth: access })),
    ...NOT_FOUND,
  },
  {
    name: 'REST 3.0 does not read the query',
    page: REST3,
    request: ({ access }) => ({ path: `/rest/api/tasks.task.get?auth=${access}` }),
    ...DENIED,
  },
  {
    name: 'a batch of REST 3.0 has no methods either',
    page: REST3,
    request: post(`${WEBHOOK}/batch`, '[{"method":"tasks.task.get","query":{"id":1}}]'),
    ...NOT_FOUND,
  },
  {
    name: 'a wrong webhook of REST 3.0 has no access',
    page: UNKNOWN,
    request: post('/rest/api/1/guessed/tasks.task.get', '{}'),
    ...DENIED,
  },
  { name: 'REST 3.0 wants credentials', page: UNKNOWN, request: post('/rest/api/tasks.task.get', '{}'), ...DENIED },
  {
    name: 'broken JSON is none for REST 3.0',
    page: REST3,
    request: post(`${WEBHOOK}/tasks.task.get`, '{"id":'),
    ...NOT_JSON,
  },
  {
    name: 'a form is no JSON for REST 3.0',
    page: REST3,
    request: post(`${WEBHOOK}/tasks.task.get`, 'id=1', { 'content-type': 'application/x-www-form-urlencoded' }),
    ...NOT_JSON,
  },
  {
    name: 'a method that is named api belongs to the old REST',
    page: REST3,
    request: { path: '/rest/1/adminsecret/api' },
    status: 404,
    body: { error: 'ERROR_METHOD_NOT_FOUND', error_description: 'Method not found!' },
  },
]
