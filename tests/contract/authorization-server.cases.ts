import type { HttpCase, HttpRequest } from './http-requests.cases'

const RENEWAL = 'settings/oauth/auto-renewal.md'
const PROTOCOL = 'settings/oauth/index.md'
const ERRORS = 'settings/oauth/error-codes.md'
const SIMPLE_WAY = 'settings/oauth/simple-way.md'
const FACT = 'FACTS.md: the authorization server'
const ID = 'local.6a5b0c1d2e3f40.71829304'
const SECRET = 'localportalclientsecret'
const CLIENT = `client_id=${ID}&client_secret=${SECRET}`
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' }

/** Sends to this path with the Host of an authorization server. */
function at(host: string, path: string, others: Partial<HttpRequest> = {}): HttpRequest {
  return { ...others, path, headers: { ...others.headers, host } }
}

const toToken = (query: string) => at('oauth.bitrix.info', `/oauth/token/?${query}`)
const refused = (error: string, description: string) => ({
  status: 400,
  body: { error, error_description: description },
})
const WRONG_REQUEST = refused('invalid_request', 'An incorrectly formatted authorization request was provided')
const WRONG_CLIENT = refused('invalid_client', 'Invalid client data was provided')
const WRONG_GRANT = refused('invalid_grant', 'Invalid authorization data was provided')
const NO_AUTH = { status: 401, body: { error: 'NO_AUTH_FOUND', error_description: 'Wrong authorization data' } }
const APP = {
  client_id: ID,
  scope: 'crm,sale,placement',
  install: {
    installed: true,
    version: 1,
    status: 'L',
    scope: 'crm,sale,placement',
    member_id: 'd1f0a5b27c9e4836951c0e7b4a2d8f63',
  },
  user_id: 1,
}

/** What clients send to the authorization servers whose names they have built in. */
export const AUTHORIZATION_CASES: HttpCase[] = [
  ...['oauth.bitrix.info', 'oauth.bitrix24.tech'].flatMap((host): HttpCase[] => [
    {
      name: `a renewal by GET at ${host}`,
      page: RENEWAL,
      request: ({ refresh }) => at(host, `/oauth/token/?grant_type=refresh_token&${CLIENT}&refresh_token=${refresh}`),
      partialBody: { expires_in: 3600, domain: host, server_endpoint: `https://${host}/rest/`, user_id: 1 },
    },
    {
      name: `a renewal by POST at ${host} with a port`,
      page: RENEWAL,
      request: ({ refresh }) =>
        at(`${host}:5173`, '/oauth/token/', {
          method: 'POST',
          headers: FORM_TYPE,
          body: `grant_type=refresh_token&${CLIENT}&refresh_token=${refresh}`,
        }),
      partialBody: { expires_in: 3600, domain: host, user_id: 1 },
    },
    {
      name: `the app as ${host} knows it`,
      page: FACT,
      request: ({ access }) => at(host, `/rest/app.info?auth=${access}`),
      partialBody: { result: APP },
    },
    {
      name: `the app by POST at ${host}`,
      page: SIMPLE_WAY,
      request: ({ access }) =>
        at(host, '/rest/app.info.json', { method: 'POST', headers: FORM_TYPE, body: `auth=${access}` }),
      partialBody: { result: APP },
    },
  ]),
  {
    name: 'a host in capitals, a path without its last slash',
    page: RENEWAL,
    request: ({ refresh }) =>
      at('OAuth.Bitrix.Info:443', `/oauth/token?grant_type=refresh_token&${CLIENT}&refresh_token=${refresh}`),
    partialBody: { expires_in: 3600 },
  },
  {
    name: 'the app with a slash at the end, as a client in Python sends it',
    page: FACT,
    request: ({ access }) => at('oauth.bitrix24.tech', `/rest/app.info/?auth=${access}`),
    partialBody: { result: APP },
  },
  {
    name: 'an unknown app',
    page: ERRORS,
    request: ({ refresh }) =>
      toToken(`grant_type=refresh_token&client_id=app.x&client_secret=${SECRET}&refresh_token=${refresh}`),
    ...WRONG_CLIENT,
  },
  {
    name: 'a wrong secret',
    page: ERRORS,
    request: ({ refresh }) =>
      toToken(`grant_type=refresh_token&client_id=${ID}&client_secret=wrong&refresh_token=${refresh}`),
    ...WRONG_CLIENT,
  },
  {
    name: 'a wrong secret with a code',
    page: PROTOCOL,
    request: toToken(`grant_type=authorization_code&client_id=${ID}&client_secret=wrong&code=abc`),
    ...WRONG_CLIENT,
  },
  {
    name: 'a code that nobody gave',
    page: PROTOCOL,
    request: toToken(`grant_type=authorization_code&${CLIENT}&code=abc`),
    ...WRONG_GRANT,
  },
  {
    name: 'a refresh token that nobody gave',
    page: ERRORS,
    request: toToken(`grant_type=refresh_token&${CLIENT}&refresh_token=abc`),
    ...WRONG_GRANT,
  },
  {
    name: 'an access token in the place of a refresh token',
    page: ERRORS,
    request: ({ access }) => toToken(`grant_type=refresh_token&${CLIENT}&refresh_token=${access}`),
    ...WRONG_GRANT,
  },
  ...[
    '',
    CLIENT,
    `grant_type=password&${CLIENT}&refresh_token=abc`,
    `grant_type=constructor&${CLIENT}&refresh_token=abc`,
    `grant_type=refresh_token&${CLIENT}`,
    `grant_type=refresh_token&${CLIENT}&refresh_token=`,
    `grant_type=refresh_token&${CLIENT}&refresh_token[]=abc`,
    `grant_type=authorization_code&${CLIENT}`,
    `grant_type=refresh_token&client_id=${ID}&refresh_token=abc`,
  ].map((query): HttpCase => ({
    name: `a request for tokens by "${query}"`,
    page: ERRORS,
    request: toToken(query),
    ...WRONG_REQUEST,
  })),
  {
    name: 'the app without a token',
    page: FACT,
    request: at('oauth.bitrix.info', '/rest/app.info'),
    ...NO_AUTH,
  },
  {
    name: 'the app by a text that is no token',
    page: FACT,
    request: at('oauth.bitrix.info', '/rest/app.info?auth=abc'),
    ...NO_AUTH,
  },
  {
    name: 'the app by an unknown token',
    page: FACT,
    request: at('oauth.bitrix.info', `/rest/app.info?auth=${'f'.repeat(70)}`),
    ...WRONG_CLIENT,
  },
  ...['/rest/profile', '/rest/1/adminsecret/profile', '/__portal__/state', '/', '/oauth/authorize/'].map(
    (path): HttpCase => ({
      name: `the authorization server has nothing at ${path}`,
      page: FACT,
      request: at('oauth.bitrix.info', path),
      status: 404,
      body: { error: 'ERROR_METHOD_NOT_FOUND', error_description: 'Method not found!' },
    }),
  ),
]
