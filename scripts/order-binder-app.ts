import type { AppRegistration } from '@emulator/portal/app-registration'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const LOCALES = fileURLToPath(new URL('../src/i18n/locales/', import.meta.url))

/** A title in every language of the app, as its installer registers it. */
function titlesOf(name: 'orders' | 'owner'): Record<string, string> {
  const files = readdirSync(LOCALES)
  const texts = files.map((file) => {
    const { setup } = JSON.parse(readFileSync(LOCALES + file, 'utf8')) as {
      setup: { titles: Record<typeof name, string> }
    }
    return [file.replace('.json', ''), setup.titles[name]] as const
  })
  return Object.fromEntries(texts)
}

const ORDERS = titlesOf('orders')

/** The app of this repository as a portal's administrator registers it: the scopes and tabs of README.md. */
export const ORDER_BINDER: AppRegistration = {
  title: 'Order Binder',
  scopes: ['crm', 'sale', 'placement', 'entity', 'user_brief'],
  placements: [
    { code: 'CRM_DEAL_DETAIL_TAB', titles: ORDERS },
    { code: 'CRM_SMART_INVOICE_DETAIL_TAB', titles: ORDERS },
    // The dynamic type of the sample portal: service contracts.
    { code: 'CRM_DYNAMIC_1038_DETAIL_TAB', titles: ORDERS },
    { code: 'CRM_ORDER_DETAIL_TAB', titles: titlesOf('owner') },
    { code: 'CRM_ORDER_LIST_TOOLBAR', titles: { en: 'Order Binder' } },
  ],
}

/** The same app before anybody has installed it: no tabs yet, and its installer opens first. */
export const UNINSTALLED: AppRegistration = { ...ORDER_BINDER, installer: 'install.html', placements: [] }
