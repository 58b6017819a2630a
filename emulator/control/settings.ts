import type { PortalSettings } from '@emulator/portal/portal-settings'
import { isMap } from '@emulator/calls/params'

const CHOICES: { [Name in keyof PortalSettings]: readonly PortalSettings[Name][] | RegExp } = {
  mode: ['deals-only', 'with-orders'],
  ownerTypes: ['deal', 'deal+invoice', 'deal+invoice+dynamic', 'none'],
  saleRead: ['manager', 'administrator'],
  refusals: ['documentation', 'other-sources'],
  localHandlers: ['accepted', 'refused'],
  minusOne: ['first-page', 'all-rows'],
  dealDeletion: ['deletes-orders', 'unbinds-orders'],
  storageMakers: ['everyone', 'administrators'],
  language: /^[a-z]{2}$/,
  theme: ['light', 'dark'],
  opening: ['post', 'get'],
  user: [1, 2, 3, 4],
  plan: ['standard', 'enterprise', 'no-rest'],
  rows: ['sample', 'large', 'empty'],
  rateLimit: [true, false],
  operatingLimit: [true, false],
  slow: [true, false],
  appUsers: ['everyone', 'administrators'],
  httpsOnly: [true, false],
  unknownCaller: ['own-codes', 'no-auth-found'],
}

function isChoice(name: string, value: unknown): boolean {
  const allowed: unknown = Object.entries(CHOICES).find(([key]) => key === name)?.[1]
  if (allowed instanceof RegExp) return typeof value === 'string' && allowed.test(value)
  return Array.isArray(allowed) && allowed.includes(value)
}

/** Says whether a value from outside is a part of the portal's settings, every name and value known. */
export function isSettings(value: unknown): value is Partial<PortalSettings> {
  return isMap(value) && Object.entries(value).every(([name, choice]) => isChoice(name, choice))
}
