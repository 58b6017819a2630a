import type { Case } from './case'
import { refusal } from './refusals'
import { NOW } from './test-clock'

const SYSTEM = 'api-reference/common/system'
const SETTINGS = 'api-reference/common/settings'
const NO_APP = 'Application context required'

const APP = {
  ID: 1,
  CODE: 'local.6a5b0c1d2e3f40.71829304',
  VERSION: 1,
  STATUS: 'L',
  INSTALLED: true,
  PAYMENT_EXPIRED: 'N',
  DAYS: null,
  LANGUAGE_ID: 'en',
}

/** The app itself: methods, scopes, options. */
export const COMMON_METHOD_CASES: Case[] = [
  {
    name: 'scope lists what the app was given',
    page: `${SYSTEM}/scope.md`,
    request: { method: 'scope' },
    body: { result: ['crm', 'sale', 'placement'] },
  },
  {
    name: 'a method that is there and open',
    page: `${SYSTEM}/method-get.md`,
    request: { method: 'method.get', params: { name: 'crm.OrderEntity.add' } },
    body: { result: { isExisting: true, isAvailable: true } },
  },
  {
    name: 'a method that is there and closed',
    page: `${SYSTEM}/method-get.md`,
    request: { method: 'method.get', params: { name: 'user.current' } },
    body: { result: { isExisting: true, isAvailable: false } },
  },
  {
    name: 'a method that is not there',
    page: `${SYSTEM}/method-get.md`,
    request: { method: 'method.get', params: { name: 'crm.nonsense' } },
    body: { result: { isExisting: false, isAvailable: false } },
  },
  {
    name: 'empty app options are an empty array',
    page: `${SETTINGS}/app-option-get.md`,
    request: { method: 'app.option.get' },
    body: { result: [] },
  },
  {
    name: 'app options are a map',
    page: `${SETTINGS}/app-option-get.md`,
    before: [{ change: (portal) => void (portal.app.options = { mode: 'x' }) }],
    request: { method: 'app.option.get' },
    body: { result: { mode: 'x' } },
  },
  {
    name: 'an option that is not set is null',
    page: `${SETTINGS}/app-option-get.md`,
    request: { method: 'app.option.get', params: { option: 'mode' } },
    body: { result: null },
  },
  {
    name: 'an administrator sets app options',
    page: `${SETTINGS}/app-option-set.md`,
    request: { method: 'app.option.set', params: { options: { mode: 'x' } } },
    body: { result: true },
  },
  {
    name: 'nobody else sets app options',
    page: `${SETTINGS}/app-option-set.md`,
    request: { method: 'app.option.set', params: { options: { mode: 'x' } }, user: 'store administrator' },
    status: 400,
    body: refusal('AccessException', 'Administrator authorization required'),
  },
  {
    name: 'a webhook has no app options',
    page: `${SETTINGS}/app-option-get.md`,
    request: { method: 'app.option.get', auth: 'webhook' },
    status: 400,
    body: refusal('AccessException', 'Application context required'),
  },
  {
    name: 'everybody sets options of their own',
    page: `${SETTINGS}/user-option-set.md`,
    request: { method: 'user.option.set', params: { options: { recent: [1] } }, user: 'employee' },
    body: { result: true },
  },
  {
    name: 'app.info describes the app and the plan',
    page: `${SYSTEM}/app-info.md`,
    request: { method: 'app.info' },
    body: { result: { ...APP, LICENSE: 'en_std', LICENSE_TYPE: 'std', LICENSE_FAMILY: 'std' } },
  },
  {
    name: 'the Enterprise plan has its own name',
    page: `${SYSTEM}/app-info.md`,
    settings: { plan: 'enterprise' },
    request: { method: 'app.info' },
    body: { result: { ...APP, LICENSE: 'en_ent250', LICENSE_TYPE: 'ent250', LICENSE_FAMILY: 'ent' } },
  },
  {
    name: 'app.info is refused to a webhook',
    page: `${SYSTEM}/app-info.md`,
    request: { method: 'app.info', auth: 'webhook' },
    status: 400,
    body: refusal('ACCESS_DENIED', `Access denied! ${NO_APP}`),
  },
  {
    name: 'other sources tell a webhook its scopes',
    page: 'FACTS.md: refusals',
    settings: { refusals: 'other-sources' },
    request: { method: 'app.info', auth: 'webhook' },
    body: { result: { SCOPE: ['crm', 'sale', 'user_brief', 'placement', 'entity'], LICENSE: 'en_std' } },
  },
  {
    name: 'method.get without a name finds no method',
    page: `${SYSTEM}/method-get.md`,
    live: true,
    request: { method: 'method.get' },
    body: { result: { isExisting: false, isAvailable: false } },
  },
  {
    name: 'common methods are those of an empty scope',
    page: `${SYSTEM}/methods.md`,
    request: { method: 'methods', params: { scope: '' } },
    body: {
      result: [
        'profile',
        'user.admin',
        'app.option.get',
        'app.option.set',
        'user.option.get',
        'user.option.set',
        'method.get',
        'methods',
        'scope',
        'server.time',
        'app.info',
      ],
    },
  },
  {
    name: 'methods of one scope, without the newer families',
    page: 'FACTS.md: methods',
    request: { method: 'methods', params: { scope: 'crm' } },
    body: {
      result: [
        'crm.enum.getorderownertypes',
        'crm.enum.ownertype',
        'crm.deal.list',
        'crm.deal.get',
        'crm.deal.add',
        'crm.deal.delete',
        'crm.status.list',
        'crm.currency.list',
        'crm.currency.get',
        'crm.currency.base.get',
      ],
    },
  },
  {
    name: 'a newer method exists although the list leaves it out',
    page: `${SYSTEM}/method-get.md`,
    live: true,
    request: { method: 'method.get', params: { name: 'crm.item.add' } },
    body: { result: { isExisting: true, isAvailable: true } },
  },
  {
    name: 'all scopes of the portal',
    page: `${SYSTEM}/scope.md`,
    request: { method: 'scope', params: { full: 1 } },
    body: {
      result: ['catalog', 'crm', 'entity', 'im', 'placement', 'sale', 'task', 'user', 'user_basic', 'user_brief'],
    },
  },
  {
    name: 'server.time has an offset',
    page: `${SYSTEM}/server-time.md`,
    request: { method: 'server.time' },
    body: { result: NOW },
  },
  {
    name: 'an option that was set is read',
    page: `${SETTINGS}/app-option-get.md`,
    before: [{ times: 1, request: { method: 'app.option.set', params: { options: { mode: 'x', depth: 'y' } } } }],
    request: { method: 'app.option.get', params: { option: 'mode' } },
    body: { result: 'x' },
  },
  {
    name: 'options that are set later join those before',
    page: `${SETTINGS}/app-option-set.md`,
    before: [
      { times: 1, request: { method: 'app.option.set', params: { options: { mode: 'x' } } } },
      { times: 1, request: { method: 'app.option.set', params: { options: { mode: 'z', depth: 'y' } } } },
    ],
    request: { method: 'app.option.get' },
    body: { result: { mode: 'z', depth: 'y' } },
  },
  {
    name: 'empty options are refused',
    page: `${SETTINGS}/app-option-set.md`,
    request: { method: 'app.option.set', params: {} },
    status: 400,
    body: refusal('ArgumentNullException', 'options is empty'),
  },
  {
    name: 'other sources name the argument that is empty',
    page: 'FACTS.md: refusals',
    settings: { refusals: 'other-sources' },
    request: { method: 'app.option.set', params: {} },
    status: 400,
    body: { ...refusal('ERROR_ARGUMENT', "Argument 'options' is null or empty"), argument: 'options' },
  },
  {
    name: 'other sources refuse a manager with the usual code',
    page: 'FACTS.md: refusals',
    settings: { refusals: 'other-sources' },
    request: { method: 'app.option.set', params: { options: { mode: 'x' } }, user: 'manager' },
    status: 403,
    body: refusal('ACCESS_DENIED', 'Access denied! Administrator authorization required'),
  },
  {
    name: 'options of a person are not those of another',
    page: `${SETTINGS}/user-option-get.md`,
    before: [
      { times: 1, request: { method: 'user.option.set', params: { options: { recent: '2:12' } }, user: 'manager' } },
    ],
    request: { method: 'user.option.get' },
    body: { result: [] },
    after: [{ request: { method: 'user.option.get', user: 'manager' }, body: { result: { recent: '2:12' } } }],
  },
  {
    name: 'a webhook has no options of a person',
    page: `${SETTINGS}/user-option-get.md`,
    request: { method: 'user.option.get', auth: 'webhook' },
    status: 400,
    body: refusal('AccessException', NO_APP),
  },
  {
    name: 'a webhook sets no options of a person',
    page: `${SETTINGS}/user-option-set.md`,
    request: { method: 'user.option.set', params: { options: { a: 'b' } }, auth: 'webhook' },
    status: 400,
    body: refusal('AccessException', NO_APP),
  },
]
