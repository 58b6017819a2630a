import type { LocalPortal } from '@emulator/portal/state'
import type { Markup } from './html'
import { PAGE_SIZE } from '@contract/rest'
import { html } from './html'
import { pageMessages } from './page-messages'

/** One page of rows; pages count from 1. */
interface PageSlice<Row> {
  rows: Row[]
  page: number
  pages: number
}

/** Cuts the page that the address asks for. */
export function pageSlice<Row>(rows: Row[], url: URL): PageSlice<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE))
  const requestedPage = Number.parseInt(url.searchParams.get('page') ?? '1', 10)
  const page = Math.min(Math.max(Number.isNaN(requestedPage) ? 1 : requestedPage, 1), pages)
  return { rows: rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), page, pages }
}

/** Links to the pages before and after; nothing where one page holds everything. */
export function pager(portal: LocalPortal, url: URL, { page, pages }: PageSlice<unknown>): Markup | undefined {
  if (pages < 2) return undefined
  const messages = pageMessages(portal.settings.language)
  const link = (wanted: number, name: string) => {
    const query = new URLSearchParams(url.searchParams)
    query.set('page', String(wanted))
    return wanted >= 1 && wanted <= pages && html`<a href="?${query.toString()}">${name}</a>`
  }
  return html`<nav class="pager" aria-label="${messages.page}">${link(page - 1, messages.earlier)}
<span>${page} / ${pages}</span>${link(page + 1, messages.later)}</nav>`
}
