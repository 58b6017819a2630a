import type { InstalledApp } from '@emulator/portal/state'
import { MESSAGE_LANGUAGES, messagesOf } from '@emulator/portal/messages'

/** What a portal administrator says of an app when registering it, beyond the address of its page. */
export interface AppRegistration {
  /** Address of its installer, absolute or relative to the app's page; an app without one needs no installation. */
  installer?: string
  title?: string
  scopes?: string[]
  /** Codes of the placements that open its page. */
  placements?: string[]
}

type Placement = InstalledApp['placements'][number]

function toTitles(title: 'tabTitle' | 'orderTabTitle'): Record<string, string> {
  return Object.fromEntries(MESSAGE_LANGUAGES.map((language) => [language, messagesOf(language)[title]]))
}

/** The placements of the app in this repository. */
function ownPlacements(handler: string): Placement[] {
  return [
    { code: 'CRM_DEAL_DETAIL_TAB', handler, titles: toTitles('tabTitle') },
    { code: 'CRM_SMART_INVOICE_DETAIL_TAB', handler, titles: toTitles('tabTitle') },
    { code: 'CRM_ORDER_DETAIL_TAB', handler, titles: toTitles('orderTabTitle') },
  ]
}

/** Makes the record of an app as registered: not installed while it has an installer that nobody has finished. */
export function registerApp(handler: string, registration: AppRegistration = {}): InstalledApp {
  const { installer, title = 'Order Binder', scopes = ['crm', 'sale', 'placement'], placements } = registration
  return {
    id: 1,
    clientId: 'local.6a5b0c1d2e3f40.71829304',
    clientSecret: 'local-portal-client-secret',
    title,
    scopes: [...scopes],
    handler,
    ...(installer && { installer: new URL(installer, handler).href }),
    isInstalled: !installer,
    placements: placements?.map((code) => ({ code, handler, titles: { en: title } })) ?? ownPlacements(handler),
    options: {},
    userOptions: new Map(),
    storages: new Map(),
  }
}
