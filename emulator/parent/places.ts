import type { OpenFrameRequest } from '@contract/page'
import type { AppFrame } from './frame'
import { boot } from './boot'
import { element } from './dom'
import { loader, mountFrame } from './frame'
import { attend } from './open-frames'
import { openFrame } from './server'

type Setting = Pick<AppFrame, 'title' | 'closePanel'>

/** Opens an app in a place; says so where it cannot be opened or is not installed. */
export async function openApp(place: HTMLElement, request: OpenFrameRequest, setting: Setting = {}): Promise<AppFrame | undefined> {
  place.replaceChildren(loader())
  const answer = await openFrame(request).catch(() => undefined)
  if (!answer || 'refused' in answer) {
    place.replaceChildren(element('p', { class: 'nothing', role: 'alert' }, answer?.refused ?? boot.words.failed))
    return undefined
  }
  const frame = mountFrame(place, answer, place.dataset.title ?? boot.appTitle)
  attend(Object.assign(frame, setting))
  return frame
}

/** Opens the app that the server left a place for; a second call does nothing. */
export function fillPlace(place: HTMLElement): void {
  if (place.childElementCount > 0) return
  const placement = place.dataset.placement ?? 'DEFAULT'
  const title = document.getElementById('pagetitle') ?? undefined
  void openApp(place, { placement, options: JSON.parse(place.dataset.options ?? '{}') }, { title })
}
