import type { FrameDescriptor } from '@contract/frame'
import { boot } from './boot'
import { element } from './dom'

/** An app that is open in this page. */
export interface AppFrame {
  descriptor: FrameDescriptor
  iframe: HTMLIFrameElement
  /** Around the iframe: this is what gets another height. */
  wrapper: HTMLElement
  /** What `setTitle` writes into. */
  title?: HTMLElement
  /** Opened by `openApplication`: in a side panel of its own, which this closes if it is on top. */
  closePanel?: () => boolean
  /** Opens the same panel anew. */
  reopen?: () => void
  /** Whether `getInitData` was answered: only the first answer may say that this is the first run. */
  isStarted: boolean
  /** What the app wrote into the custom field that it stands for. */
  fieldValue?: unknown
}

/** @see FACTS.md (unconfirmed) */
const PERMISSIONS = 'geolocation *; microphone *; camera *; autoplay *;'

/** Puts an app's frame into a place and opens it, by POST for a server-hosted app or by GET for a static one. */
export function mountFrame(place: HTMLElement, descriptor: FrameDescriptor, title: string): AppFrame {
  const { DOMAIN, PROTOCOL } = descriptor.init
  const iframe = element('iframe', { allow: PERMISSIONS, title })
  // Chromium ignores a name that is set after the frame is attached.
  iframe.name = `${DOMAIN}|${PROTOCOL}|${descriptor.sid}`
  const wrapper = element('div', { 'class': 'app-frame', 'aria-busy': 'true' }, loader(), iframe)
  if (descriptor.height) wrapper.style.height = `${descriptor.height}px`
  place.replaceChildren(wrapper)
  // After attaching: the empty document that a frame starts with loads at once and does not count.
  iframe.addEventListener('load', () => wrapper.setAttribute('aria-busy', 'false'))
  if (descriptor.opening === 'get' || isStaticPage()) iframe.src = descriptor.url
  else submitForm(descriptor, iframe.name)
  return { descriptor, iframe, wrapper, isStarted: false }
}

/** `?mode=static` on a page of the portal opens its apps as static ones, whatever the setting says. */
function isStaticPage(): boolean {
  return new URLSearchParams(location.search).get('mode') === 'static'
}

/** What stands in a place until its app has loaded. */
export function loader(): HTMLElement {
  return element('p', { class: 'loader', role: 'status' }, boot.messages.loading)
}

function submitForm({ url, form }: FrameDescriptor, target: string): void {
  const inputs = Object.entries(form).map(([name, value]) =>
    element('input', { type: 'hidden', name, value: String(value) }),
  )
  const hiddenForm = element('form', { method: 'post', action: url, target, hidden: '' }, ...inputs)
  document.body.append(hiddenForm)
  hiddenForm.submit()
  hiddenForm.remove()
}
