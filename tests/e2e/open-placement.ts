import type { FrameLocator, Page } from '@playwright/test'
import type { PortalServer } from '@emulator/server'
import { ENTITY_TYPE } from '@contract/entity-types'
import { appFrame } from './portal-test'

const TYPES: Record<string, number> = {
  DEAL: ENTITY_TYPE.deal,
  SMART_INVOICE: ENTITY_TYPE.smartInvoice,
  ORDER: ENTITY_TYPE.order,
}

/** Where the portal shows objects of the kind that a code names: the card of one of them, and their list. */
function pagesOf({ portal }: PortalServer, subject: string): { card: string; list: string } {
  const { items, samples } = portal.data
  const type = TYPES[subject] ?? Number(subject.replace('DYNAMIC_', ''))
  if (type === ENTITY_TYPE.order)
    return { card: `/shop/orders/details/${samples.move?.orderId}/`, list: '/shop/orders/' }
  const folder = type === ENTITY_TYPE.deal ? '/crm/deal' : `/crm/type/${type}`
  const id = type === ENTITY_TYPE.deal ? samples.moveTarget?.ownerId : [...(items.get(type)?.keys() ?? [])][0]
  return { card: `${folder}/details/${id}/`, list: `${folder}/list/` }
}

/** Opens the app as a person does in this placement, and gives its frame. */
export async function openPlacement(page: Page, server: PortalServer, code: string): Promise<FrameLocator> {
  const [, subject = '', spot = ''] = /^CRM_(.+?)_(DETAIL_\w+|LIST_\w+)$/.exec(code) ?? []
  const { card, list } = pagesOf(server, subject)
  await page.goto(new URL(spot.startsWith('LIST') ? list : card, server.url).href)
  const menus: Record<string, string> = { LIST_MENU: 'tr', DETAIL_TOOLBAR: '.page-head', LIST_TOOLBAR: '.page-head' }
  const menu = menus[spot]
  if (menu) await page.locator(`${menu} summary`).first().click()
  if (spot === 'DETAIL_TAB') await page.getByRole('tab', { name: /^(Orders|Owner)$/ }).click()
  else await page.locator(`button[data-placement="${code}"]`).first().click()
  return appFrame(page)
}
