import type { PortalSettings } from '@emulator/portal/portal-settings'
import type { PortalUser } from '@emulator/portal/state'
import { isMap } from '@emulator/calls/params'

const ALLOWED_VALUES: { [Name in keyof Omit<PortalSettings, 'user'>]: readonly PortalSettings[Name][] | RegExp } = {
  mode: ['deals-only', 'with-orders'],
  ownerTypes: ['deal', 'deal+invoice', 'deal+invoice+dynamic', 'none'],
  saleRead: ['manager', 'administrator'],
  refusals: ['documentation', 'other-sources'],
  localHandlers: ['accepted', 'refused'],
  minusOne: ['first-page', 'all-rows'],
  itemKeys: ['any-case', 'camel-case'],
  prefixedItemKeys: ['any-case', 'camel-case'],
  dealDeletion: ['deletes-orders', 'unbinds-orders'],
  productSync: ['first-order', 'none'],
  storageMakers: ['everyone', 'administrators'],
  language: /^[a-z]{2}$/,
  theme: ['light', 'dark'],
  opening: ['post', 'get'],
  plan: ['standard', 'enterprise', 'no-rest'],
  rows: ['sample', 'large', 'empty'],
  rateLimit: [true, false],
  operatingLimit: [true, false],
  slow: [true, false],
  clockByRunTime: [true, false],
  appUsers: ['everyone', 'administrators'],
  httpsOnly: [true, false],
  unknownCaller: ['own-codes', 'no-auth-found'],
  accessStatus: ['403', '401'],
}

function isAllowedValue(people: readonly PortalUser[], name: string, value: unknown): boolean {
  if (name === 'user') return people.some(({ id }) => id === value)
  const allowed: unknown = Object.entries(ALLOWED_VALUES).find(([key]) => key === name)?.[1]
  if (allowed instanceof RegExp) return typeof value === 'string' && allowed.test(value)
  return Array.isArray(allowed) && allowed.includes(value)
}

/** Gives a value from outside as a part of the portal's settings. Throws one plain sentence for an unknown name, value or person. */
export function requireSettings(people: readonly PortalUser[], value: unknown): Partial<PortalSettings> {
  if (!isMap(value) || Array.isArray(value)) throw new Error('Settings are expected.')
  const wrong = Object.entries(value).find(([name, choice]) => !isAllowedValue(people, name, choice))
  if (!wrong) return value
  if (wrong[0] === 'user') throw new Error(`There is no person with the id ${JSON.stringify(wrong[1])}.`)
  throw new Error(`There is no setting ${wrong[0]} with the value ${JSON.stringify(wrong[1])}.`)
}
