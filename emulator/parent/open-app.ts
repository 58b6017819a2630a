import type { OpenFrameRequest } from '@emulator/pages/bridge-protocol'
import type { AppFrame } from './frame'
import { boot } from './boot'
import { element } from './dom'
import { loader, mountFrame } from './frame'
import { registerFrame } from './open-frames'
import { openFrame } from './portal-client'

type FrameParts = Pick<AppFrame, 'title' | 'closePanel' | 'reopen'>

/** Opens an app in a place; says so where it cannot be opened or is not installed. */
export async function openApp(
  place: HTMLElement,
  request: OpenFrameRequest,
  parts: FrameParts = {},
): Promise<AppFrame | undefined> {
  place.replaceChildren(loader())
  const answer = await openFrame(request).catch(() => undefined)
  if (!answer || 'refused' in answer) {
    place.replaceChildren(element('p', { class: 'nothing', role: 'alert' }, answer?.refused ?? boot.messages.failed))
    return undefined
  }
  const frame = mountFrame(place, answer, place.dataset.title ?? boot.appTitle)
  registerFrame(Object.assign(frame, parts))
  return frame
}

/** Opens the app that the server left a place for; a second call does nothing. */
export function openAppInPlace(place: HTMLElement): void {
  if (place.childElementCount > 0) return
  const title = document.getElementById('pagetitle') ?? undefined
  void openApp(place, readOpenRequest(place), { title })
}

/** Reads which placement an element is for. */
export function readOpenRequest({ dataset }: HTMLElement): OpenFrameRequest {
  const placement = dataset.placement ?? 'DEFAULT'
  const options = { ...toReferrerOptions(placement), ...JSON.parse(dataset.options ?? '{}') }
  return { placement, options, index: Number(dataset.index ?? 0) }
}

/**
 * Items of the left menu and links tell the app which page they were on; a link's own `URI` is kept.
 * @see api-reference/widgets/universal/app-url.md
 */
function toReferrerOptions(placement: string): { URI?: string } {
  if (placement !== 'LEFT_MENU' && placement !== 'REST_APP_URI') return {}
  const { origin, pathname, search } = new URL(document.referrer || '/', location.origin)
  return origin === location.origin ? { URI: `${pathname}${search}` } : {}
}
