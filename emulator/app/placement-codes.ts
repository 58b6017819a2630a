import type { LocalPortal } from '@emulator/portal/state'

const CRM_TYPES = ['LEAD', 'DEAL', 'CONTACT', 'COMPANY', 'QUOTE', 'SMART_INVOICE']
const CRM_SUFFIXES = [
  'LIST_MENU',
  'LIST_TOOLBAR',
  'DETAIL_TAB',
  'DETAIL_TOOLBAR',
  'DETAIL_ACTIVITY',
  'ACTIVITY_TIMELINE_MENU',
  'DOCUMENTGENERATOR_BUTTON',
  'ROBOT_DESIGNER_TOOLBAR',
]
/** Orders have neither a row menu nor a top menu. @see api-reference/widgets/placements.md */
const ORDER_SUFFIXES = ['LIST_TOOLBAR', 'DETAIL_TAB', 'DETAIL_ACTIVITY']
const OTHER_CRM_PLACEMENTS = [
  'CRM_ANALYTICS_MENU',
  'CRM_ANALYTICS_TOOLBAR',
  'CRM_FUNNELS_TOOLBAR',
  'CRM_REQUISITE_AUTOCOMPLETE',
  'CRM_BANK_DETAIL_AUTOCOMPLETE',
]

/** Placements that need no scope but `placement` itself. */
const GLOBAL_PLACEMENTS = ['LEFT_MENU', 'REST_APP_URI', 'PAGE_BACKGROUND_WORKER']

const PLACEMENTS_BY_SCOPE: Record<string, readonly string[]> = {
  im: ['IM_CONTEXT_MENU', 'IM_NAVIGATION', 'IM_SIDEBAR', 'IM_SMILES_SELECTOR', 'IM_TEXTAREA'],
  task: [
    'TASK_LIST_CONTEXT_MENU',
    'TASK_VIEW_TAB',
    'TASK_VIEW_SIDEBAR',
    'TASK_VIEW_TOP_PANEL',
    'TASK_USER_LIST_TOOLBAR',
    'TASK_GROUP_LIST_TOOLBAR',
  ],
  user: ['USER_PROFILE_MENU', 'USER_PROFILE_TOOLBAR'],
  telephony: ['CALL_CARD', 'TELEPHONY_ANALYTICS_MENU'],
}

/** Placements that one handler may have. @see api-reference/widgets/placement-bind.md */
export const SINGLE_PLACEMENTS: readonly string[] = ['REST_APP_URI', 'PAGE_BACKGROUND_WORKER']
/** The placement that works without a page of its own, and for one person if wanted. */
export const BACKGROUND_WORKER = 'PAGE_BACKGROUND_WORKER'

function crmCodes({ data }: LocalPortal): string[] {
  const types = [...CRM_TYPES, ...data.types.map(({ entityTypeId }) => `DYNAMIC_${entityTypeId}`)]
  const ofTypes = CRM_SUFFIXES.flatMap((place) => types.map((type) => `CRM_${type}_${place}`))
  return [...ofTypes, ...ORDER_SUFFIXES.map((place) => `CRM_ORDER_${place}`), ...OTHER_CRM_PLACEMENTS]
}

function codesOf(portal: LocalPortal, scope: string): readonly string[] {
  return scope === 'crm' ? crmCodes(portal) : (PLACEMENTS_BY_SCOPE[scope] ?? [])
}

/** Codes of one scope. */
export function scopeCodes(portal: LocalPortal, scope: string): string[] {
  return Object.hasOwn(PLACEMENTS_BY_SCOPE, scope) || scope === 'crm' ? [...codesOf(portal, scope)] : []
}

/** Codes that an app with these scopes may bind: the global ones and those of its scopes. */
export function availableCodes(portal: LocalPortal, scopes: readonly string[]): string[] {
  return [...scopes.flatMap((scope) => scopeCodes(portal, scope)), ...GLOBAL_PLACEMENTS]
}

/** Codes of every scope of the portal. */
export function allCodes(portal: LocalPortal): string[] {
  return availableCodes(portal, ['crm', ...Object.keys(PLACEMENTS_BY_SCOPE)])
}
