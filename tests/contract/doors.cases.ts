const HOW = 'settings/how-to-call-rest-api/general-principles.md'
const AUTH = 'settings/how-to-call-rest-api/authorization.md'
const ENCODING = 'settings/how-to-call-rest-api/data-encoding.md'
const RENEWAL = 'settings/oauth/auto-renewal.md'
const HOSTILE = 'FACTS.md: hostile input'
const JSON_TYPE = { 'content-type': 'application/json' }
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const HOOK = '/rest/1/admin-secret'
const CLIENT = 'client_id=local.6a5b0c1d2e3f40.71829304&client_secret=local-portal-client-secret'

export interface Tokens {
  access: string
  refresh: string
}

export interface Sent {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** One request as it goes over the wire, and the answer, `time` aside. */
export interface Door {
  says: string
  page: string
  send: Sent | ((tokens: Tokens) => Sent)
  status?: number
  body?: unknown
  /** Parts of the body, where not all of it can be known. */
  partly?: object
  text?: string
  headers?: Record<string, unknown>
}

const YES = { result: true }
const FIRST = { result: { orderEntity: [{ orderId: 1, ownerId: 201, ownerTypeId: 2 }] } }
const OWNER = { result: { orderEntity: [{ ownerId: 201 }] } }
const MISSING = { status: 404, body: { error: 'ERROR_METHOD_NOT_FOUND', error_description: 'Method not found!' } }
const invalid = (text: string) => ({ status: 400, body: { error: 'INVALID_REQUEST', error_description: text } })
const OVERLOADED = invalid('The request has too many values, or nests them too deep')
const UNREADABLE = invalid('The request body is not what its content type says')
const WRONG_ENCODING = { status: 400, body: { error: 'WRONG_ENCODING', error_description: 'Wrong request encoding' } }
const NO_AUTH = { status: 401, body: { error: 'NO_AUTH_FOUND', error_description: 'Wrong authorization data' } }
const SAFE = 'FACTS.md: headers'

function multipart(...fields: [name: string, value: string][]): Sent {
  const parts = fields.map(
    ([name, value]) => `--XyZ\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return {
    method: 'POST',
    path: `${HOOK}/crm.orderentity.list`,
    headers: { 'content-type': 'multipart/form-data; boundary=XyZ' },
    body: `${parts.join('')}--XyZ--\r\n`,
  }
}

const list = (send: Partial<Sent>): Sent => ({ path: `${HOOK}/crm.orderentity.list`, ...send })
const post = (body: string | Buffer, headers = JSON_TYPE): Sent => list({ method: 'POST', headers, body })

export const DOORS: Door[] = [
  { says: 'a webhook by GET', page: AUTH, send: { path: `${HOOK}/user.admin` }, body: YES },
  { says: 'a webhook with .json', page: HOW, send: { path: `${HOOK}/user.admin.json` }, body: YES },
  { says: 'a webhook with a slash at its end', page: HOW, send: { path: `${HOOK}/user.admin/` }, body: YES },
  { says: 'a method in capitals', page: HOW, send: { path: `${HOOK}/USER.Admin.JSON` }, body: YES },
  {
    says: 'a token in the query',
    page: AUTH,
    send: ({ access }) => ({ path: `/rest/user.admin?auth=${access}` }),
    body: YES,
  },
  {
    says: 'a token in the query, with .json',
    page: AUTH,
    send: ({ access }) => ({ path: `/rest/user.admin.json?auth=${access}` }),
    body: YES,
  },
  {
    says: 'a token in a JSON body',
    page: AUTH,
    send: ({ access }) => ({
      path: '/rest/user.admin',
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({ auth: access }),
    }),
    body: YES,
  },
  {
    says: 'a token in a form',
    page: AUTH,
    send: ({ access }) => ({ path: '/rest/user.admin', method: 'POST', headers: FORM, body: `auth=${access}` }),
    body: YES,
  },
  {
    says: 'a token in the query beside a JSON body',
    page: AUTH,
    send: ({ access }) => ({
      path: `/rest/crm.orderentity.list?auth=${access}`,
      method: 'POST',
      headers: JSON_TYPE,
      body: '{"filter":{"orderId":1},"start":-1}',
    }),
    body: FIRST,
  },
  {
    says: 'a token in a header is no token',
    page: AUTH,
    send: ({ access }) => ({ path: '/rest/user.admin', headers: { authorization: `Bearer ${access}` } }),
    ...NO_AUTH,
  },
  {
    says: 'a query with brackets',
    page: HOW,
    send: list({ path: `${HOOK}/crm.orderentity.list?filter[orderId]=1&select[]=ownerId&start=-1` }),
    body: OWNER,
  },
  {
    says: 'a query with encoded brackets',
    page: ENCODING,
    send: list({ path: `${HOOK}/crm.orderentity.list?filter%5BorderId%5D=1&select%5B0%5D=ownerId&start=-1` }),
    body: OWNER,
  },
  {
    says: 'a form with brackets',
    page: HOW,
    send: post('filter[orderId]=1&select[]=ownerId&start=-1', FORM),
    body: OWNER,
  },
  {
    says: 'a form that does not say what it is',
    page: HOW,
    send: list({ method: 'POST', body: 'filter[orderId]=1&start=-1' }),
    body: FIRST,
  },
  {
    says: 'a JSON body',
    page: HOW,
    send: post('{"filter":{"orderId":1},"select":["ownerId"],"start":-1}'),
    body: OWNER,
  },
  {
    says: 'a JSON body of another JSON type',
    page: HOW,
    send: post('{"filter":{"orderId":1},"start":-1}', { 'content-type': 'application/json; charset=utf-8' }),
    body: FIRST,
  },
  { says: 'a multipart form', page: HOW, send: multipart(['filter[orderId]', '1'], ['start', '-1']), body: FIRST },
  {
    says: 'a multipart form with a list',
    page: HOW,
    send: multipart(['filter[orderId]', '1'], ['select[]', 'ownerId'], ['start', '-1']),
    body: OWNER,
  },
  {
    says: 'a multipart form with a GET method',
    page: HOW,
    send: { ...multipart(['filter[orderId]', '1'], ['start', '-1']), method: 'GET' },
    body: FIRST,
  },
  {
    says: 'the body wins over the query',
    page: 'FACTS.md: doors',
    send: list({
      path: `${HOOK}/crm.orderentity.list?start=-1&filter[orderId]=2`,
      method: 'POST',
      headers: FORM,
      body: 'filter[orderId]=1',
    }),
    body: FIRST,
  },
  {
    says: 'an ampersand in a value, encoded',
    page: ENCODING,
    send: { path: `${HOOK}/method.get?name=user.admin%26x` },
    body: { result: { isExisting: false, isAvailable: false } },
  },
  {
    says: 'a plus sign is a space',
    page: ENCODING,
    send: { path: `${HOOK}/method.get?name=user.admin+` },
    body: { result: { isExisting: false, isAvailable: false } },
  },
  {
    says: 'a batch in a query, encoded twice',
    page: ENCODING,
    send: { path: `${HOOK}/batch?cmd[0]=method.get%3Fname%3Duser%252Eadmin` },
    partly: { result: { result: [{ isExisting: true, isAvailable: true }] } },
  },
  {
    says: 'JSON says what it is',
    page: HOW,
    send: { path: `${HOOK}/user.admin` },
    body: YES,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  },
  {
    says: 'answers are open to pages of any origin',
    page: SAFE,
    send: { path: `${HOOK}/user.admin`, headers: { origin: 'https://app.example' } },
    body: YES,
    headers: { 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' },
  },
  {
    says: 'refusals are open to pages of any origin',
    page: SAFE,
    send: { path: '/rest/user.admin' },
    ...NO_AUTH,
    headers: { 'access-control-allow-origin': '*' },
  },
  {
    says: 'a preflight is answered without a token',
    page: SAFE,
    send: { method: 'OPTIONS', path: '/rest/user.admin' },
    text: '',
    headers: { 'access-control-allow-headers': 'origin, content-type, accept' },
  },
  {
    says: 'XML when asked for',
    page: HOW,
    send: { path: `${HOOK}/crm.nonsense.xml` },
    status: 404,
    text: '<?xml version="1.0" encoding="utf-8"?>\n<response><error>ERROR_METHOD_NOT_FOUND</error><error_description>Method not found!</error_description></response>',
    headers: { 'content-type': 'text/xml; charset=utf-8' },
  },

  {
    says: 'a renewal of tokens by GET',
    page: RENEWAL,
    send: ({ refresh }) => ({ path: `/oauth/token/?grant_type=refresh_token&${CLIENT}&refresh_token=${refresh}` }),
    partly: {
      expires_in: 3600,
      domain: 'oauth.bitrix.info',
      scope: 'crm,sale,placement',
      server_endpoint: 'https://oauth.bitrix.info/rest/',
      status: 'L',
      user_id: 1,
    },
  },
  {
    says: 'a renewal by a form',
    page: RENEWAL,
    send: ({ refresh }) => ({
      path: '/oauth/token/',
      method: 'POST',
      headers: FORM,
      body: `grant_type=refresh_token&${CLIENT}&refresh_token=${refresh}`,
    }),
    partly: { user_id: 1, expires_in: 3600 },
  },
  {
    says: 'a renewal without a refresh token',
    page: 'settings/oauth/error-codes.md',
    send: { path: `/oauth/token/?grant_type=refresh_token&${CLIENT}` },
    status: 400,
    body: {
      error: 'invalid_request',
      error_description: 'An incorrectly formatted authorization request was provided',
    },
  },
  {
    says: 'a renewal of another kind',
    page: 'settings/oauth/error-codes.md',
    send: ({ refresh }) => ({ path: `/oauth/token/?grant_type=password&${CLIENT}&refresh_token=${refresh}` }),
    status: 400,
    body: {
      error: 'invalid_request',
      error_description: 'An incorrectly formatted authorization request was provided',
    },
  },
  {
    says: 'a renewal by an unknown client',
    page: 'settings/oauth/error-codes.md',
    send: ({ refresh }) => ({
      path: `/oauth/token/?grant_type=refresh_token&client_id=x&client_secret=y&refresh_token=${refresh}`,
    }),
    status: 400,
    body: { error: 'invalid_client', error_description: 'Invalid client data was provided' },
  },
  {
    says: 'a renewal by an unknown token',
    page: 'settings/oauth/error-codes.md',
    send: { path: `/oauth/token/?grant_type=refresh_token&${CLIENT}&refresh_token=abc` },
    status: 400,
    body: { error: 'invalid_grant', error_description: 'Invalid authorization data was provided' },
  },

  { says: 'JSON that ends too early', page: HOSTILE, send: post('{"filter":{'), ...UNREADABLE },
  {
    says: 'a multipart form without its end',
    page: HOSTILE,
    send: { ...multipart(['a', '1']), body: '--XyZ\r\nContent-Disposition: form-data; name="a"\r\n\r\n1' },
    ...UNREADABLE,
  },
  {
    says: 'a multipart form without a boundary',
    page: HOSTILE,
    send: { ...multipart(['a', '1']), headers: { 'content-type': 'multipart/form-data' } },
    ...UNREADABLE,
  },
  {
    says: 'JSON nested a hundred thousand deep',
    page: HOSTILE,
    send: post(`{"filter":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    ...OVERLOADED,
  },
  { says: 'JSON nested five million deep', page: HOSTILE, send: post(`${'['.repeat(5_000_000)}`), ...OVERLOADED },
  { says: 'a form nested a thousand deep', page: HOSTILE, send: post(`a${'[b]'.repeat(1000)}=1`, FORM), ...OVERLOADED },
  {
    says: 'an encoded query nested deep',
    page: HOSTILE,
    send: list({ path: `${HOOK}/crm.orderentity.list?a${'%5Bb%5D'.repeat(500)}=1` }),
    ...OVERLOADED,
  },
  {
    says: 'a hundred thousand keys in JSON',
    page: HOSTILE,
    send: post(
      JSON.stringify({ filter: Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, 1])) }),
    ),
    ...OVERLOADED,
  },
  {
    says: 'a hundred thousand fields in a form',
    page: HOSTILE,
    send: post(Array.from({ length: 100_000 }, (_, index) => `filter[k${index}]=1`).join('&'), FORM),
    ...OVERLOADED,
  },
  {
    says: 'a hundred thousand fields in a multipart form',
    page: HOSTILE,
    send: multipart(...Array.from({ length: 30_000 }, (_, index): [string, string] => [`k${index}`, '1'])),
    ...OVERLOADED,
  },
  {
    says: 'more than ten megabytes',
    page: HOSTILE,
    send: post('a'.repeat(10 * 1024 * 1024 + 1)),
    status: 413,
    body: { error: 'INVALID_REQUEST', error_description: 'The request body is larger than 10 MB' },
  },
  {
    says: 'ten megabytes of one value',
    page: HOSTILE,
    send: post(`{"filter":{"orderId":1},"start":-1,"x":"${'a'.repeat(10 * 1024 * 1024 - 60)}"}`),
    body: FIRST,
  },
  {
    says: 'bytes that are no UTF-8 in JSON',
    page: HOSTILE,
    send: post(Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d])),
    ...WRONG_ENCODING,
  },
  {
    says: 'codes that are no UTF-8 in a query',
    page: HOSTILE,
    send: { path: `${HOOK}/method.get?name=%ff%fe` },
    ...WRONG_ENCODING,
  },
  { says: 'codes that are no UTF-8 in a form', page: HOSTILE, send: post('name=%c3%28', FORM), ...WRONG_ENCODING },
  {
    says: 'a percent sign alone is a percent sign',
    page: HOSTILE,
    send: { path: `${HOOK}/method.get?name=100%` },
    body: { result: { isExisting: false, isAvailable: false } },
  },
  {
    says: '__proto__ as a parameter',
    page: HOSTILE,
    send: post('{"__proto__":{"filter":{"orderId":2}},"filter":{"orderId":1},"start":-1}'),
    body: FIRST,
  },
  {
    says: '__proto__ as a field of a form',
    page: HOSTILE,
    send: post('__proto__[filter][orderId]=2&filter[orderId]=1&start=-1', FORM),
    body: FIRST,
  },
  {
    says: '__proto__ as a filter',
    page: HOSTILE,
    send: post('{"filter":{"orderId":1,"__proto__":{"ownerId":5}},"start":-1}'),
    body: FIRST,
  },
  {
    says: '__proto__ as a command of a batch',
    page: HOSTILE,
    send: { path: `${HOOK}/batch`, method: 'POST', headers: JSON_TYPE, body: '{"cmd":{"__proto__":"nonsense"}}' },
    partly: { result: { result: [] } },
  },
  { says: 'constructor as a method', page: HOSTILE, send: { path: `${HOOK}/constructor` }, ...MISSING },
  {
    says: 'dots in a path lead nowhere',
    page: HOSTILE,
    send: { path: `${HOOK}/../../../rest/user.admin` },
    status: 401,
    body: NO_AUTH.body,
  },
  {
    says: 'encoded slashes are part of a name',
    page: HOSTILE,
    send: { path: `${HOOK}/..%2f..%2fetc%2fpasswd` },
    ...MISSING,
  },
  { says: 'a null byte is part of a name', page: HOSTILE, send: { path: `${HOOK}/user.admin%00.json` }, ...MISSING },
  { says: 'no method at all', page: HOSTILE, send: { path: '/rest/' }, ...NO_AUTH },
  {
    says: 'a webhook of nobody',
    page: HOSTILE,
    send: { path: '/rest/99999999999999999999/admin-secret/user.admin' },
    ...NO_AUTH,
  },
  {
    says: 'a pattern made to be slow',
    page: HOSTILE,
    send: {
      path: `${HOOK}/crm.item.list`,
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({ entityTypeId: 2, filter: { '%=title': `${'%a'.repeat(5000)}b` } }),
    },
    partly: { result: { items: [] } },
  },
]
