import type { Reply } from './command'
import type { AppFrame } from './frame'
import { interfaceOf } from './placement-interface'

interface Subscription {
  frame: AppFrame
  event: string
  answer: Reply
}

declare global {
  interface Window {
    /** Fires an event of a placement in this page and in the pages of its side panels; gives how many apps received it. */
    portalFire?: (event: string, argument?: unknown) => number
  }
}

const subscriptions: Subscription[] = []

/**
 * Subscribes a frame to an event. There is no confirmation, and an event that the placement does not have is
 * ignored. @see api-reference/widgets/ui-interaction/bx24-placement-bind-event.md
 */
export function subscribe(frame: AppFrame, event: unknown, answer: Reply): void {
  const { PLACEMENT } = frame.descriptor.init
  if (typeof event !== 'string' || !interfaceOf(PLACEMENT).event.includes(event)) return
  subscriptions.push({ frame, event, answer })
}

/**
 * Lets the developer's panel fire events here. An event is one more answer to the
 * subscription (unconfirmed: FACTS.md).
 */
export function startEvents(): void {
  window.portalFire = (event, argument) => fireInPage(event, argument) + fireInPanels(event, argument)
}

function fireInPage(event: string, argument: unknown): number {
  const receivers = subscriptions.filter((each) => each.event === event && each.frame.iframe.isConnected)
  for (const { answer } of receivers) answer(argument)
  return receivers.length
}

function fireInPanels(event: string, argument: unknown): number {
  const pages = [...document.querySelectorAll<HTMLIFrameElement>('iframe.panel-page')]
  return pages.reduce((sum, page) => sum + (page.contentWindow?.portalFire?.(event, argument) ?? 0), 0)
}
