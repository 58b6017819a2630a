import type { AppRegistration } from '@emulator/portal/app-registration'

const ORDERS = { en: 'Orders', ru: 'Заказы' }
const OWNER = { en: 'Owner', ru: 'Привязка' }

/** The app of this repository as a portal's administrator registers it: the scopes and tabs of README.md. */
export const ORDER_BINDER: AppRegistration = {
  title: 'Order Binder',
  scopes: ['crm', 'sale', 'placement', 'entity', 'user_brief'],
  placements: [
    { code: 'CRM_DEAL_DETAIL_TAB', titles: ORDERS },
    { code: 'CRM_SMART_INVOICE_DETAIL_TAB', titles: ORDERS },
    // The dynamic type of the sample portal: service contracts.
    { code: 'CRM_DYNAMIC_1038_DETAIL_TAB', titles: ORDERS },
    { code: 'CRM_ORDER_DETAIL_TAB', titles: OWNER },
  ],
}

/** The same app before anybody has installed it: no tabs yet, and its installer opens first. */
export const UNINSTALLED: AppRegistration = { ...ORDER_BINDER, installer: 'install.html', placements: [] }
