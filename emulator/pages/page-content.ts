import type { Markup } from './html'

/** What a page shows inside the portal's frame of menu and header. */
export interface PageContent {
  title: string
  body: Markup
  /** Beside the title: a switch, a badge. */
  aside?: Markup
  status?: number
}
