import type { Component } from 'vue'
import type { Placement } from '@/domain/session'
import { defineAsyncComponent } from 'vue'
import PageLoading from './PageLoading.vue'
import PageNotLoaded from './PageNotLoaded.vue'

/** A page with what it is about, ready to render. */
export interface OpenedPage {
  component: Component
  props: Record<string, unknown>
}

/** Each page is a file of its own: a tab loads no other page's code. */
function page(loader: () => Promise<{ default: Component }>): Component {
  return defineAsyncComponent({ loader, loadingComponent: PageLoading, errorComponent: PageNotLoaded, delay: 0 })
}

const PAGES: Record<Placement['kind'], Component> = {
  app: page(() => import('./MainPage.vue')),
  owner: page(() => import('./OwnerTab.vue')),
  order: page(() => import('./OrderTab.vue')),
  unknown: page(() => import('./UnknownPlacement.vue')),
}

/** Gives the page for the place where the app was opened. */
export function openPage(placement: Placement): OpenedPage {
  const { kind, ...props } = placement
  return { component: PAGES[kind], props }
}
