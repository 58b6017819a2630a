import type { Component } from 'vue'
import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { Placement } from '@/domain/session'
import { defineAsyncComponent } from 'vue'
import { orderId, ownerId } from '@/domain/id'
import { ORDERS_BUTTON, readObjectCode } from '@/domain/placement'
import { reportMistake } from '@/ui/shown-failure'
import PageLoading from './PageLoading.vue'
import PageNotLoaded from './PageNotLoaded.vue'

/** A page with what it is about, ready to render. */
export interface OpenedPage {
  component: Component
  props: Record<string, unknown>
}

/** The code of a page. */
interface PageFile {
  component: Component
  /** Starts to load it. */
  preload(): void
}

/** Which page a placement gets, and what it is about. */
type PageChoice =
  | { kind: 'app' }
  | { kind: 'owner'; owner: OwnerRef }
  | { kind: 'order'; orderId: OrderId }
  /** A placement that this version has no page for, or one without a usable id. */
  | { kind: 'unknown'; code: string }

/** Each page is a file of its own: a tab loads no other page's code. One that does not arrive says so in its place. */
function page(load: () => Promise<{ default: Component }>): PageFile {
  let loading: Promise<{ default: Component } | Component> | undefined
  const loadOnce = () =>
    (loading ??= load().catch((error: unknown) => {
      reportMistake(error)
      return PageNotLoaded
    }))
  const component = defineAsyncComponent({ loader: loadOnce, loadingComponent: PageLoading, delay: 0 })
  return { component, preload: () => void loadOnce() }
}

const PAGES: Record<PageChoice['kind'], PageFile> = {
  app: page(() => import('./MainPage.vue')),
  owner: page(() => import('./OwnerTab.vue')),
  order: page(() => import('./OrderTab.vue')),
  unknown: page(() => import('./UnknownPlacement.vue')),
}

/** Decides by its code which page a placement gets. */
export function choosePage({ code, ownerTypeId, objectId }: Placement): PageChoice {
  if (code === 'DEFAULT' || code === ORDERS_BUTTON) return { kind: 'app' }
  const subject = readObjectCode(code)?.subject
  if (subject === undefined || objectId === undefined) return { kind: 'unknown', code }
  if (subject === 'ORDER') return { kind: 'order', orderId: orderId(objectId) }
  if (ownerTypeId === undefined) return { kind: 'unknown', code }
  return { kind: 'owner', owner: { typeId: ownerTypeId, id: ownerId(objectId) } }
}

/** Gives the page for the place where the app was opened. */
export function openPage(placement: Placement): OpenedPage {
  const { kind, ...props } = choosePage(placement)
  return { component: PAGES[kind].component, props }
}

/** Starts to load the code of that page, while other things are on their way. */
export function preloadPage(placement: Placement): void {
  PAGES[choosePage(placement).kind].preload()
}
