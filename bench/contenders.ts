import type { PortalServer } from '@emulator/server'

/** What is measured: a built page, where the portal shows it, and when it can be used. */
export interface Contender {
  name: string
  folder: string
  path: (portal: PortalServer['portal']) => string
  /** CSS: what is there once the list or the picker can be used. */
  usable: string
  /** CSS: what is clicked then, to see how fast the page answers. */
  click?: string
}

const APP_PAGE = '/marketplace/app/1/'
/** The folder of the floors as they are built: outside of the sources. */
export const FLOORS = 'node_modules/.cache/bench'

/** The first three are the floors; ratios are to the second. */
export const CONTENDERS: Contender[] = [
  { name: 'floor: Vue + fetch', folder: `${FLOORS}/vue-fetch`, path: () => APP_PAGE, usable: '#picker' },
  { name: 'floor: Vue + Pinia + SDK', folder: `${FLOORS}/vue-sdk`, path: () => APP_PAGE, usable: '#picker' },
  { name: 'floor: the same, kit select', folder: `${FLOORS}/kit-select`, path: () => APP_PAGE, usable: '#picker' },
  {
    name: 'deal tab, 55 orders',
    folder: 'dist',
    path: ({ data }) => `/crm/deal/details/${data.samples.dealWithManyOrders?.ownerId}/?tab=CRM_DEAL_DETAIL_TAB`,
    usable: 'tr[data-row]',
    click: 'tr[data-row] button[aria-expanded]',
  },
  {
    name: 'order tab',
    folder: 'dist',
    path: ({ data }) => `/shop/orders/details/${data.samples.unbound?.orderId}/?tab=CRM_ORDER_DETAIL_TAB`,
    usable: 'input[role=combobox]',
    click: 'input[role=combobox]',
  },
  {
    name: 'app page',
    folder: 'dist',
    path: () => APP_PAGE,
    usable: 'tr[data-row]',
    click: 'tr[data-row] button[aria-expanded]',
  },
]
