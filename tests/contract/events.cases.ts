import type { Case } from './case'
import { expect } from 'vitest'
import { refusal } from './refusals'

const BIND = 'api-reference/events/event-bind.md'
const GET = 'api-reference/events/event-get.md'
const UNBIND = 'api-reference/events/event-unbind.md'
const EVENTS = 'api-reference/events/events.md'
const FACT = 'FACTS.md: handlers of events'

const HANDLER = 'https://app.example.com/handler/'
const LEAD = { event: 'ONCRMLEADADD', handler: HANDLER }
const bind = (params: object) => ({ method: 'event.bind', params: { ...params } })
const unbind = (params: object) => ({ method: 'event.unbind', params: { ...params } })
const ALL = { method: 'event.get' }
const bound = (...all: object[]): Case['before'] => all.map((params) => ({ times: 1, request: bind(params) }))
const row = (values: object) => ({ ...LEAD, auth_type: '0', offline: 0, ...values })
const missing = (argument: string) => ({
  status: 400,
  body: { ...refusal('ERROR_ARGUMENT', `Argument '${argument}' is null or empty`), argument },
})
const DENIED = { status: 403, body: refusal('ACCESS_DENIED', 'Access denied!') }
const NOT_BY_WEBHOOK = {
  status: 403,
  body: refusal('WRONG_AUTH_TYPE', 'Current authorization type is denied for this method Application context required'),
}

export const EVENT_CASES: Case[] = [
  {
    name: 'a handler of an event is bound and listed',
    page: BIND,
    request: bind(LEAD),
    body: { result: true },
    after: [{ request: ALL, body: { result: [row({})] } }],
  },
  {
    name: 'parameters and names of events may be in any letter case',
    page: GET,
    before: bound({ EVENT: 'onCrmLeadAdd', HANDLER, AUTH_TYPE: 15 }),
    request: ALL,
    body: { result: [row({ auth_type: '15' })] },
  },
  {
    name: 'the same event has handlers for several people',
    page: GET,
    before: bound(LEAD, { ...LEAD, auth_type: 15 }),
    request: ALL,
    body: { result: [row({}), row({ auth_type: '15' })] },
  },
  {
    name: 'an offline event needs no handler',
    page: FACT,
    before: bound({ event: 'ONCRMLEADADD', event_type: 'offline' }),
    request: ALL,
    body: { result: [row({ handler: '', offline: 1 })] },
  },
  {
    name: 'whoever is no administrator binds for themself',
    page: BIND,
    request: { ...bind(LEAD), user: 'manager' },
    body: { result: true },
    after: [{ request: ALL, body: { result: [row({ auth_type: '2' })] } }],
  },
  {
    name: 'whoever is no administrator binds for nobody else',
    page: FACT,
    request: { ...bind({ ...LEAD, auth_type: 1 }), user: 'manager' },
    ...DENIED,
  },
  {
    name: 'whoever is no administrator binds no offline events',
    page: FACT,
    request: { ...bind({ ...LEAD, event_type: 'offline' }), user: 'employee' },
    ...DENIED,
  },
  {
    name: 'an event that there is not is not bound',
    page: BIND,
    request: bind({ ...LEAD, event: 'ONNOTHING' }),
    status: 400,
    body: refusal('ERROR_EVENT_NOT_FOUND', 'Event not found'),
  },
  {
    name: 'an event whose scope the app lacks is not bound',
    page: FACT,
    request: bind({ ...LEAD, event: 'ONTASKADD' }),
    status: 400,
    body: refusal('ERROR_EVENT_NOT_FOUND', 'Event not found'),
  },
  {
    name: 'an event of the dynamic type of the sample is bound',
    page: EVENTS,
    request: bind({ ...LEAD, event: 'ONCRMDYNAMICITEMADD_1038' }),
    body: { result: true },
  },
  { name: 'binding requires an event', page: FACT, request: bind({ handler: HANDLER }), ...missing('EVENT') },
  { name: 'binding requires a handler', page: FACT, request: bind({ event: 'ONAPPUPDATE' }), ...missing('HANDLER') },
  {
    name: 'the same handler is not bound twice',
    page: FACT,
    before: bound(LEAD),
    request: bind(LEAD),
    status: 400,
    body: refusal('ERROR_CORE', 'Unable to set event handler: Handler already binded'),
  },
  { name: 'webhooks bind no events', page: BIND, request: { ...bind(LEAD), auth: 'webhook' }, ...NOT_BY_WEBHOOK },
  { name: 'webhooks list no handlers', page: GET, request: { ...ALL, auth: 'webhook' }, ...NOT_BY_WEBHOOK },
  {
    name: 'handlers of an event are taken away',
    page: UNBIND,
    before: bound(LEAD, { ...LEAD, auth_type: 15 }, { ...LEAD, event: 'ONCRMLEADUPDATE' }),
    request: unbind({ event: 'OnCrmLeadAdd' }),
    body: { result: { count: 2 } },
    after: [{ request: ALL, body: { result: [row({ event: 'ONCRMLEADUPDATE' })] } }],
  },
  ...[0, ''].map((auth_type): Case => ({
    name: `only handlers for whoever acts are taken away by ${JSON.stringify(auth_type)}`,
    page: UNBIND,
    before: bound(LEAD, { ...LEAD, auth_type: 15 }),
    request: unbind({ ...LEAD, auth_type }),
    body: { result: { count: 1 } },
    after: [{ request: ALL, body: { result: [row({ auth_type: '15' })] } }],
  })),
  {
    name: 'nothing is taken away where nothing matches',
    page: UNBIND,
    before: bound(LEAD),
    request: unbind({ ...LEAD, handler: `${HANDLER}other` }),
    body: { result: { count: 0 } },
  },
  {
    name: 'only administrators take handlers away',
    page: UNBIND,
    request: { ...unbind(LEAD), user: 'store administrator' },
    ...DENIED,
  },
  {
    name: 'the events of a scope',
    page: EVENTS,
    request: { method: 'events', params: { SCOPE: 'user' } },
    body: { result: ['ONUSERADD'] },
  },
  {
    name: 'all events',
    page: EVENTS,
    request: { method: 'events', params: { FULL: true } },
    body: { result: expect.arrayContaining(['ONAPPINSTALL', 'ONCRMDEALUPDATE', 'ONSALEORDERSAVED', 'ONTASKADD']) },
  },
]
