const PRINCIPLES = 'settings/how-to-call-rest-api/general-principles.md'
const AUTH = 'settings/how-to-call-rest-api/authorization.md'
const ENCODING = 'settings/how-to-call-rest-api/data-encoding.md'
const RENEWAL = 'settings/oauth/auto-renewal.md'
const HOSTILE_INPUT = 'FACTS.md: hostile input'
const JSON_TYPE = { 'content-type': 'application/json' }
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' }
const WEBHOOK = '/rest/1/adminsecret'
const CLIENT = 'client_id=local.6a5b0c1d2e3f40.71829304&client_secret=localportalclientsecret'
const OLDER_CLIENT = 'client_id=local.6a5b0c1d2e3f40.71829304&client_secret=local-portal-client-secret'

interface Tokens {
  access: string
  refresh: string
}

export interface HttpRequest {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** One request as it goes over the wire, and the answer, `time` aside. */
export interface HttpCase {
  name: string
  page: string
  request: HttpRequest | ((tokens: Tokens) => HttpRequest)
  status?: number
  body?: unknown
  /** Parts of the body, where not all of it can be known. */
  partialBody?: object
  text?: string
  headers?: Record<string, unknown>
}

const TRUE = { result: true }
const FIRST_BINDING = { result: { orderEntity: [{ orderId: 1, ownerId: 201, ownerTypeId: 2 }] } }
const FIRST_OWNER = { result: { orderEntity: [{ ownerId: 201 }] } }
const METHOD_NOT_FOUND = {
  status: 404,
  body: { error: 'ERROR_METHOD_NOT_FOUND', error_description: 'Method not found!' },
}
const invalid = (text: string) => ({ status: 400, body: { error: 'INVALID_REQUEST', error_description: text } })
const OVERLOADED = invalid('The request has too many values, or nests them too deep')
const UNREADABLE = invalid('The request body is not what its content type says')
const WRONG_ENCODING = { status: 400, body: { error: 'WRONG_ENCODING', error_description: 'Wrong request encoding' } }
const NO_AUTH = { status: 401, body: { error: 'NO_AUTH_FOUND', error_description: 'Wrong authorization data' } }
const HEADERS = 'FACTS.md: headers'

function multipart(...fields: [name: string, value: string][]): HttpRequest {
  const parts = fields.map(
    ([name, value]) => `--XyZ\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return {
    method: 'POST',
    path: `${WEBHOOK}/crm.orderentity.list`,
    headers: { 'content-type': 'multipart/form-data; boundary=XyZ' },
    body: `${parts.join('')}--XyZ--\r\n`,
  }
}

const list = (parts: Partial<HttpRequest>): HttpRequest => ({ path: `${WEBHOOK}/crm.orderentity.list`, ...parts })
const post = (body: string | Buffer, headers = JSON_TYPE): HttpRequest => list({ method: 'POST', headers, body })

export const HTTP_CASES: HttpCase[] = [
  { name: 'a webhook by GET', page: AUTH, request: { path: `${WEBHOOK}/user.admin` }, body: TRUE },
  { name: 'a webhook with .json', page: PRINCIPLES, request: { path: `${WEBHOOK}/user.admin.json` }, body: TRUE },
  {
    name: 'a webhook with a slash at its end',
    page: PRINCIPLES,
    request: { path: `${WEBHOOK}/user.admin/` },
    body: TRUE,
  },
  { name: 'a method in capitals', page: PRINCIPLES, request: { path: `${WEBHOOK}/USER.Admin.JSON` }, body: TRUE },
  {
    name: 'a token in the query',
    page: AUTH,
    request: ({ access }) => ({ path: `/rest/user.admin?auth=${access}` }),
    body: TRUE,
  },
  {
    name: 'a token in the query, with .json',
    page: AUTH,
    request: ({ access }) => ({ path: `/rest/user.admin.json?auth=${access}` }),
    body: TRUE,
  },
  {
    name: 'a token in a JSON body',
    page: AUTH,
    request: ({ access }) => ({
      path: '/rest/user.admin',
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({ auth: access }),
    }),
    body: TRUE,
  },
  {
    name: 'a token in a form',
    page: AUTH,
    request: ({ access }) => ({ path: '/rest/user.admin', method: 'POST', headers: FORM_TYPE, body: `auth=${access}` }),
    body: TRUE,
  },
  {
    name: 'a token in the query beside a JSON body',
    page: AUTH,
    request: ({ access }) => ({
      path: `/rest/crm.orderentity.list?auth=${access}`,
      method: 'POST',
      headers: JSON_TYPE,
      body: '{"filter":{"orderId":1},"start":-1}',
    }),
    body: FIRST_BINDING,
  },
  {
    name: 'a token in a header is no token',
    page: AUTH,
    request: ({ access }) => ({ path: '/rest/user.admin', headers: { authorization: `Bearer ${access}` } }),
    ...NO_AUTH,
  },
  {
    name: 'a query with brackets',
    page: PRINCIPLES,
    request: list({ path: `${WEBHOOK}/crm.orderentity.list?filter[orderId]=1&select[]=ownerId&start=-1` }),
    body: FIRST_OWNER,
  },
  {
    name: 'a query with encoded brackets',
    page: ENCODING,
    request: list({ path: `${WEBHOOK}/crm.orderentity.list?filter%5BorderId%5D=1&select%5B0%5D=ownerId&start=-1` }),
    body: FIRST_OWNER,
  },
  {
    name: 'a form with brackets',
    page: PRINCIPLES,
    request: post('filter[orderId]=1&select[]=ownerId&start=-1', FORM_TYPE),
    body: FIRST_OWNER,
  },
  {
    name: 'a form without a content type',
    page: PRINCIPLES,
    request: list({ method: 'POST', body: 'filter[orderId]=1&start=-1' }),
    body: FIRST_BINDING,
  },
  {
    name: 'a JSON body',
    page: PRINCIPLES,
    request: post('{"filter":{"orderId":1},"select":["ownerId"],"start":-1}'),
    body: FIRST_OWNER,
  },
  {
    name: 'a JSON body of another JSON type',
    page: PRINCIPLES,
    request: post('{"filter":{"orderId":1},"start":-1}', { 'content-type': 'application/json; charset=utf-8' }),
    body: FIRST_BINDING,
  },
  {
    name: 'a multipart form',
    page: PRINCIPLES,
    request: multipart(['filter[orderId]', '1'], ['start', '-1']),
    body: FIRST_BINDING,
  },
  {
    name: 'a multipart form with a list',
    page: PRINCIPLES,
    request: multipart(['filter[orderId]', '1'], ['select[]', 'ownerId'], ['start', '-1']),
    body: FIRST_OWNER,
  },
  {
    name: 'a multipart form with a GET method',
    page: PRINCIPLES,
    request: { ...multipart(['filter[orderId]', '1'], ['start', '-1']), method: 'GET' },
    body: FIRST_BINDING,
  },
  {
    name: 'the body wins over the query',
    page: 'FACTS.md: HTTP',
    request: list({
      path: `${WEBHOOK}/crm.orderentity.list?start=-1&filter[orderId]=2`,
      method: 'POST',
      headers: FORM_TYPE,
      body: 'filter[orderId]=1',
    }),
    body: FIRST_BINDING,
  },
  {
    name: 'an ampersand in a value, encoded',
    page: ENCODING,
    request: { path: `${WEBHOOK}/method.get?name=user.admin%26x` },
    body: { result: { isExisting: false, isAvailable: false } },
  },
  {
    name: 'a plus sign is a space',
    page: ENCODING,
    request: { path: `${WEBHOOK}/method.get?name=user.admin+` },
    body: { result: { isExisting: false, isAvailable: false } },
  },
  {
    name: 'a batch in a query, encoded twice',
    page: ENCODING,
    request: { path: `${WEBHOOK}/batch?cmd[0]=method.get%3Fname%3Duser%252Eadmin` },
    partialBody: { result: { result: [{ isExisting: true, isAvailable: true }] } },
  },
  {
    name: 'JSON has its content type',
    page: PRINCIPLES,
    request: { path: `${WEBHOOK}/user.admin` },
    body: TRUE,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  },
  {
    name: 'answers are open to pages of any origin',
    page: HEADERS,
    request: { path: `${WEBHOOK}/user.admin`, headers: { origin: 'https://app.example' } },
    body: TRUE,
    headers: { 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' },
  },
  {
    name: 'refusals are open to pages of any origin',
    page: HEADERS,
    request: { path: '/rest/user.admin' },
    ...NO_AUTH,
    headers: { 'access-control-allow-origin': '*' },
  },
  {
    name: 'a preflight is answered without a token',
    page: HEADERS,
    request: { method: 'OPTIONS', path: '/rest/user.admin' },
    text: '',
    headers: { 'access-control-allow-headers': 'origin, content-type, accept' },
  },
  {
    name: 'XML when asked for',
    page: PRINCIPLES,
    request: { path: `${WEBHOOK}/crm.nonsense.xml` },
    status: 404,
    text: '<?xml version="1.0" encoding="utf-8"?>\n<response><error>ERROR_METHOD_NOT_FOUND</error><error_description>Method not found!</error_description></response>',
    headers: { 'content-type': 'text/xml; charset=utf-8' },
  },

  {
    name: 'a renewal of tokens by GET',
    page: RENEWAL,
    request: ({ refresh }) => ({ path: `/oauth/token/?grant_type=refresh_token&${CLIENT}&refresh_token=${refresh}` }),
    partialBody: {
      expires_in: 3600,
      domain: 'oauth.bitrix.info',
      scope: 'crm,sale,placement',
      server_endpoint: 'https://oauth.bitrix.info/rest/',
      status: 'L',
      user_id: 1,
    },
  },
  {
    name: 'a renewal by a form',
    page: RENEWAL,
    request: ({ refresh }) => ({
      path: '/oauth/token/',
      method: 'POST',
      headers: FORM_TYPE,
      body: `grant_type=refresh_token&${CLIENT}&refresh_token=${refresh}`,
    }),
    partialBody: { user_id: 1, expires_in: 3600 },
  },
  {
    name: 'a renewal with the secret in its older spelling',
    page: 'README.md: Addresses and encodings',
    request: ({ refresh }) => ({
      path: `/oauth/token/?grant_type=refresh_token&${OLDER_CLIENT}&refresh_token=${refresh}`,
    }),
    partialBody: { user_id: 1, expires_in: 3600 },
  },
  {
    name: 'a renewal without a refresh token',
    page: 'settings/oauth/error-codes.md',
    request: { path: `/oauth/token/?grant_type=refresh_token&${CLIENT}` },
    status: 400,
    body: {
      error: 'invalid_request',
      error_description: 'An incorrectly formatted authorization request was provided',
    },
  },
  {
    name: 'a renewal of another kind',
    page: 'settings/oauth/error-codes.md',
    request: ({ refresh }) => ({ path: `/oauth/token/?grant_type=password&${CLIENT}&refresh_token=${refresh}` }),
    status: 400,
    body: {
      error: 'invalid_request',
      error_description: 'An incorrectly formatted authorization request was provided',
    },
  },
  {
    name: 'a renewal by an unknown client',
    page: 'settings/oauth/error-codes.md',
    request: ({ refresh }) => ({
      path: `/oauth/token/?grant_type=refresh_token&client_id=x&client_secret=y&refresh_token=${refresh}`,
    }),
    status: 400,
    body: { error: 'invalid_client', error_description: 'Invalid client data was provided' },
  },
  {
    name: 'a renewal by an unknown token',
    page: 'settings/oauth/error-codes.md',
    request: { path: `/oauth/token/?grant_type=refresh_token&${CLIENT}&refresh_token=abc` },
    status: 400,
    body: { error: 'invalid_grant', error_description: 'Invalid authorization data was provided' },
  },

  { name: 'JSON that ends too early', page: HOSTILE_INPUT, request: post('{"filter":{'), ...UNREADABLE },
  {
    name: 'a multipart form without its end',
    page: HOSTILE_INPUT,
    request: { ...multipart(['a', '1']), body: '--XyZ\r\nContent-Disposition: form-data; name="a"\r\n\r\n1' },
    ...UNREADABLE,
  },
  {
    name: 'a multipart form without a boundary',
    page: HOSTILE_INPUT,
    request: { ...multipart(['a', '1']), headers: { 'content-type': 'multipart/form-data' } },
    ...UNREADABLE,
  },
  {
    name: 'JSON nested a hundred thousand deep',
    page: HOSTILE_INPUT,
    request: post(`{"filter":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    ...OVERLOADED,
  },
  {
    name: 'JSON nested five million deep',
    page: HOSTILE_INPUT,
    request: post(`${'['.repeat(5_000_000)}`),
    ...OVERLOADED,
  },
  {
    name: 'a form nested a thousand deep',
    page: HOSTILE_INPUT,
    request: post(`a${'[b]'.repeat(1000)}=1`, FORM_TYPE),
    ...OVERLOADED,
  },
  {
    name: 'an encoded query nested deep',
    page: HOSTILE_INPUT,
    request: list({ path: `${WEBHOOK}/crm.orderentity.list?a${'%5Bb%5D'.repeat(500)}=1` }),
    ...OVERLOADED,
  },
  {
    name: 'a hundred thousand keys in JSON',
    page: HOSTILE_INPUT,
    request: post(
      JSON.stringify({ filter: Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, 1])) }),
    ),
    ...OVERLOADED,
  },
  {
    name: 'a hundred thousand fields in a form',
    page: HOSTILE_INPUT,
    request: post(Array.from({ length: 100_000 }, (_, index) => `filter[k${index}]=1`).join('&'), FORM_TYPE),
    ...OVERLOADED,
  },
  {
    name: 'a hundred thousand fields in a multipart form',
    page: HOSTILE_INPUT,
    request: multipart(...Array.from({ length: 30_000 }, (_, index): [string, string] => [`k${index}`, '1'])),
    ...OVERLOADED,
  },
  {
    name: 'more than ten megabytes',
    page: HOSTILE_INPUT,
    request: post('a'.repeat(10 * 1024 * 1024 + 1)),
    status: 413,
    body: { error: 'INVALID_REQUEST', error_description: 'The request body is larger than 10 MB' },
  },
  {
    name: 'ten megabytes of one value',
    page: HOSTILE_INPUT,
    request: post(`{"filter":{"orderId":1},"start":-1,"x":"${'a'.repeat(10 * 1024 * 1024 - 60)}"}`),
    body: FIRST_BINDING,
  },
  {
    name: 'bytes that are no UTF-8 in JSON',
    page: HOSTILE_INPUT,
    request: post(Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d])),
    ...WRONG_ENCODING,
  },
  {
    name: 'codes that are no UTF-8 in a query',
    page: HOSTILE_INPUT,
    request: { path: `${WEBHOOK}/method.get?name=%ff%fe` },
    ...WRONG_ENCODING,
  },
  {
    name: 'codes that are no UTF-8 in a form',
    page: HOSTILE_INPUT,
    request: post('name=%c3%28', FORM_TYPE),
    ...WRONG_ENCODING,
  },
  {
    name: 'a percent sign alone is a percent sign',
    page: HOSTILE_INPUT,
    request: { path: `${WEBHOOK}/method.get?name=100%` },
    body: { result: { isExisting: false, isAvailable: false } },
  },
  {
    name: '__proto__ as a parameter',
    page: HOSTILE_INPUT,
    request: post('{"__proto__":{"filter":{"orderId":2}},"filter":{"orderId":1},"start":-1}'),
    body: FIRST_BINDING,
  },
  {
    name: '__proto__ as a field of a form',
    page: HOSTILE_INPUT,
    request: post('__proto__[filter][orderId]=2&filter[orderId]=1&start=-1', FORM_TYPE),
    body: FIRST_BINDING,
  },
  {
    name: '__proto__ as a filter',
    page: HOSTILE_INPUT,
    request: post('{"filter":{"orderId":1,"__proto__":{"ownerId":5}},"start":-1}'),
    body: FIRST_BINDING,
  },
  {
    name: '__proto__ as a command of a batch',
    page: HOSTILE_INPUT,
    request: { path: `${WEBHOOK}/batch`, method: 'POST', headers: JSON_TYPE, body: '{"cmd":{"__proto__":"nonsense"}}' },
    partialBody: { result: { result: [] } },
  },
  {
    name: 'constructor as a method',
    page: HOSTILE_INPUT,
    request: { path: `${WEBHOOK}/constructor` },
    ...METHOD_NOT_FOUND,
  },
  {
    name: 'dots in a path lead nowhere',
    page: HOSTILE_INPUT,
    request: { path: `${WEBHOOK}/../../../rest/user.admin` },
    status: 401,
    body: NO_AUTH.body,
  },
  {
    name: 'encoded slashes are part of a name',
    page: HOSTILE_INPUT,
    request: { path: `${WEBHOOK}/..%2f..%2fetc%2fpasswd` },
    ...METHOD_NOT_FOUND,
  },
  {
    name: 'a null byte is part of a name',
    page: HOSTILE_INPUT,
    request: { path: `${WEBHOOK}/user.admin%00.json` },
    ...METHOD_NOT_FOUND,
  },
  { name: 'no method at all', page: HOSTILE_INPUT, request: { path: '/rest/' }, ...NO_AUTH },
  {
    name: 'a webhook of nobody',
    page: HOSTILE_INPUT,
    request: { path: '/rest/99999999999999999999/adminsecret/user.admin' },
    ...NO_AUTH,
  },
  {
    name: 'a pattern made to be slow',
    page: HOSTILE_INPUT,
    request: {
      path: `${WEBHOOK}/crm.item.list`,
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({ entityTypeId: 2, filter: { '%=title': `${'%a'.repeat(5000)}b` } }),
    },
    partialBody: { result: { items: [] } },
  },
]
