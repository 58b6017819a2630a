import type { LocalPortal } from '@emulator/portal/state'
import type { PageContent } from './page-content'
import { ENTITY_TYPE } from '@contract/entity-types'
import { appPage, leftMenuPage, linkedPage } from './app-page'
import { clientCard } from './client-card'
import { html } from './html'
import { itemCard } from './item-card'
import { itemList } from './item-list'
import { renderPage } from './layout'
import { orderCard } from './order-card'
import { orderList } from './order-list'
import { pageMessages } from './page-messages'

/** A request as the portal's pages see it; `body` is parsed JSON or the fields of a form. */
export interface PageRequest {
  method: string
  url: URL
  body: unknown
}

export interface PageAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

type PageMatch = { portal: LocalPortal; url: URL; id: number; type: number; code?: string }

const { deal } = ENTITY_TYPE
/** The portal's real addresses, but for the left menu's. `type` and `id` are the numbers in them. */
const PAGES: [address: RegExp, page: (match: PageMatch) => PageContent | undefined][] = [
  [/^\/crm\/deal\/list\/$/, ({ portal, url }) => itemList(portal, url, deal)],
  [/^\/crm\/deal\/details\/(?<id>\d+)\/$/, ({ portal, url, id }) => itemCard(portal, url, { entityTypeId: deal, id })],
  [/^\/crm\/type\/(?<type>\d+)\/list\/$/, ({ portal, url, type }) => itemList(portal, url, type)],
  [
    /^\/crm\/type\/(?<type>\d+)\/details\/(?<id>\d+)\/$/,
    ({ portal, url, id, type }) => itemCard(portal, url, { entityTypeId: type, id }),
  ],
  [
    /^\/crm\/contact\/details\/(?<id>\d+)\/$/,
    ({ portal, url, id }) => clientCard(portal, url, { kind: 'contact', id }),
  ],
  [
    /^\/crm\/company\/details\/(?<id>\d+)\/$/,
    ({ portal, url, id }) => clientCard(portal, url, { kind: 'company', id }),
  ],
  [/^\/shop\/orders\/$/, ({ portal, url }) => orderList(portal, url)],
  [/^\/shop\/orders\/details\/(?<id>\d+)\/$/, ({ portal, url, id }) => orderCard(portal, url, id)],
  [
    /^\/marketplace\/app\/(?<id>\d+)\/$/,
    ({ portal, url, id }) => (id === portal.app.id ? appPage(portal, url) : undefined),
  ],
  [/^\/marketplace\/left-menu\/(?<id>\d+)\/$/, ({ portal, id }) => leftMenuPage(portal, id)],
  [
    /^\/marketplace\/view\/(?<code>[\w.]+)\/$/,
    ({ portal, url, code }) => (code === portal.app.clientId ? linkedPage(portal, url) : undefined),
  ],
]

const SECTION_WITHOUT_SLASH = /^\/(?:crm|shop|marketplace)\/[a-z0-9/]*[^/]$/

/** Answers a portal page at its real address, a page that says so where there is nothing, and nothing but `GET`. */
export function answerPage(portal: LocalPortal, { method, url }: PageRequest): PageAnswer | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined
  if (url.pathname === '/') return redirect('/crm/deal/list/')
  if (SECTION_WITHOUT_SLASH.test(url.pathname)) return redirect(`${url.pathname}/${url.search}`)
  const content = findPage(portal, url) ?? notFound(portal)
  return page(content.status ?? 200, renderPage(portal, url, content))
}

function findPage(portal: LocalPortal, url: URL): PageContent | undefined {
  for (const [address, toContent] of PAGES) {
    const match = address.exec(url.pathname)
    if (match)
      return toContent({
        portal,
        url,
        id: Number(match.groups?.id),
        type: Number(match.groups?.type),
        code: match.groups?.code,
      })
  }
  return undefined
}

function notFound(portal: LocalPortal): PageContent {
  const messages = pageMessages(portal.settings.language)
  return { title: messages.notFound, body: html`<p class="nothing">${messages.notFoundWhy}</p>`, status: 404 }
}

/** Pages of other origins may not frame the portal; its own side panels may. */
function page(status: number, body: string): PageAnswer {
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "frame-ancestors 'self'",
  }
  return { status, headers, body }
}

function redirect(address: string): PageAnswer {
  return { status: 302, headers: { Location: address }, body: '' }
}
