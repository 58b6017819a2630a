import type { OpenFrameRequest } from '@emulator/pages/bridge-protocol'
import type { AppFrame } from './frame'
import { boot } from './boot'
import { button, element } from './dom'
import { openApp } from './open-app'
import { unregisterFrame } from './open-frames'

interface PanelOptions {
  title: string
  /** Pixels; the full width unless told. */
  width?: number
  onClose?: () => void
}

type AppPanelOptions = Omit<OpenFrameRequest, 'placement'> & { placement?: string }

/** The side panels of the whole window; pages inside panels use the same ones. */
interface Sliders {
  openPage(options: PanelOptions & { url: string }): void
  openApp(options: PanelOptions & AppPanelOptions): void
  /** Closes the topmost panel; false when there is none. */
  closeTop(): boolean
  /** Closes the topmost panel if it shows the app's own page. */
  closeAppPage(): boolean
}

declare global {
  interface Window {
    portalSliders?: Sliders
  }
}

interface Panel {
  root: HTMLElement
  address: string
  opener: Element | null
  onClose?: () => void
  frame?: AppFrame
}

const APP_PAGE = /^\/marketplace\/app\/\d+\//
const panels: Panel[] = []

/** Gives the side panels of the topmost portal page. */
export function sliders(): Sliders {
  return window.top?.portalSliders ?? ownSliders
}

/** Makes this window the one whose side panels every page inside uses. */
export function provideSliders(): void {
  window.portalSliders = ownSliders
}

const ownSliders: Sliders = {
  openPage({ url, ...panelOptions }) {
    const address = new URL(url, location.origin)
    address.searchParams.set('IFRAME', 'Y')
    address.searchParams.set('IFRAME_TYPE', 'SIDE_SLIDER')
    const page = element('iframe', { class: 'panel-page', title: panelOptions.title, src: address.href })
    const { root } = pushPanel(panelOptions, page, address.pathname)
    page.addEventListener('load', () => {
      const name = page.contentDocument?.getElementById('pagetitle')?.textContent ?? panelOptions.title
      root.setAttribute('aria-label', name)
      page.title = name
      page.contentWindow?.focus()
    })
  },
  openApp({ options, placement = 'DEFAULT', index, ...panelOptions }) {
    const place = element('div', { 'class': 'app-place', 'data-title': panelOptions.title })
    const title = element('h2', {}, panelOptions.title)
    const panel = pushPanel(panelOptions, element('div', { class: 'panel-app' }, title, place), '')
    const closePanel = () => panels.at(-1) === panel && ownSliders.closeTop()
    // The panel may be closed before its app is there.
    const reopen = () => ownSliders.openApp({ options, placement, index, ...panelOptions })
    void openApp(place, { placement, options, index }, { title, closePanel, reopen }).then((frame) => {
      if (panels.includes(panel)) panel.frame = frame
      else if (frame) unregisterFrame(frame)
    })
  },
  closeTop() {
    const panel = panels.pop()
    if (!panel) return false
    panel.root.remove()
    if (panel.frame) unregisterFrame(panel.frame)
    setBackground()
    if (panel.opener instanceof HTMLElement) panel.opener.focus()
    panel.onClose?.()
    return true
  },
  closeAppPage() {
    return APP_PAGE.test(panels.at(-1)?.address ?? '') && ownSliders.closeTop()
  },
}

function pushPanel({ title, width, onClose }: PanelOptions, content: HTMLElement, address: string): Panel {
  const close = button({ 'class': 'panel-close', 'aria-label': boot.messages.close }, '×', () => ownSliders.closeTop())
  const sheet = element('div', { class: 'panel-sheet' }, close, content)
  if (width) sheet.style.maxWidth = `${width}px`
  const root = element('div', { 'class': 'panel', 'role': 'dialog', 'aria-modal': 'true', 'aria-label': title }, sheet)
  root.addEventListener('click', ({ target }) => target === root && ownSliders.closeTop())
  const panel: Panel = { root, address, opener: document.activeElement, onClose }
  panels.push(panel)
  document.body.append(root)
  setBackground()
  close.focus()
  return panel
}

/** Only the topmost panel can be reached; what is below it waits. */
function setBackground(): void {
  document.getElementById('shell')?.toggleAttribute('inert', panels.length > 0)
  panels.forEach(({ root }, index) => root.toggleAttribute('inert', index < panels.length - 1))
}
