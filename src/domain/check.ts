import type { PortalFailure } from './failure'

/** What is looked at before the app is installed, and at any time later; in the order in which it is shown. */
export const CHECK_NAMES = [
  'portal',
  'administrator',
  'scopes',
  'owner-types',
  'orders',
  'write-right',
  'storage',
  'journal',
] as const

export type CheckName = (typeof CHECK_NAMES)[number]

/** What a check can find out that is no failure of asking. Each has a text that says why, and one that says what to do. */
export type CheckFinding =
  | 'not-administrator'
  | 'scopes-missing'
  | 'scopes-wanted'
  | 'no-types'
  | 'no-write-right'
  | 'write-right-unknown'
  | 'storage-short'
  | 'journal-unmade'
  | 'journal-refused'

/** Why a check did not pass. `names`: what is missing, in the portal's own words. `failure`: what the portal said. */
export type CheckReason =
  | { kind: 'failure'; failure: PortalFailure }
  | { kind: 'finding'; finding: CheckFinding; names?: readonly string[]; failure?: PortalFailure }

export type CheckState =
  | { kind: 'waiting' }
  | { kind: 'passed' }
  /** It is tried out by hand; the length in bytes of the longest text that was stored the last time, 0 before. */
  | { kind: 'kept'; length: number }
  /** The app works, with limits. */
  | { kind: 'warned'; reason: CheckReason }
  /** The app cannot be installed, or does not work. */
  | { kind: 'failed'; reason: CheckReason }

export interface CheckLine {
  name: CheckName
  state: CheckState
  /** It writes, so that it runs only when somebody asks for it. */
  isByHand?: boolean
}

export const PASSED: CheckState = { kind: 'passed' }

/** Gives the state of a check that found something out. */
export function findingOf(kind: 'warned' | 'failed', finding: CheckFinding, names?: readonly string[]): CheckState {
  return { kind, reason: { kind: 'finding', finding, ...(names && { names }) } }
}

const NEEDED_SCOPES = ['crm', 'sale', 'placement']
const WANTED_SCOPES = ['entity', 'user_brief']
/** Each of them gives what the first one does, and more. */
const SUBSTITUTES: Record<string, readonly string[]> = { user_brief: ['user_basic', 'user'] }

/** Judges the permissions that the portal gave to the app. */
export function judgeScopes(given: readonly string[]): CheckState {
  const has = (scope: string) => [scope, ...(SUBSTITUTES[scope] ?? [])].some((name) => given.includes(name))
  const missing = NEEDED_SCOPES.filter((scope) => !has(scope))
  if (missing.length > 0) return findingOf('failed', 'scopes-missing', missing)
  const wanted = WANTED_SCOPES.filter((scope) => !has(scope))
  return wanted.length > 0 ? findingOf('warned', 'scopes-wanted', wanted) : PASSED
}

/** The length in bytes that a text in the app's storage should be able to have. */
const WANTED_STORAGE = 16_384

/** Judges the length of the longest text that the portal's storage gave back whole. */
export function judgeStorage(length: number): CheckState {
  return length >= WANTED_STORAGE ? PASSED : findingOf('warned', 'storage-short')
}
