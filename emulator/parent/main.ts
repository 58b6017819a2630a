import { listenToApps } from './channel'
import { startDeveloperPanel } from './developer-panel'
import { element } from './dom'
import { openAppInPlace, openApp, readOpenRequest } from './open-app'
import { startEvents } from './placement-events'
import { provideSliders, sliders } from './sliders'
import { startTabs } from './tabs'

const isTop = window.top === window

if (isTop) provideSliders()
listenToApps()
startEvents()
startTabs()
document.querySelectorAll<HTMLElement>('.app-page > .app-place').forEach(openAppInPlace)
document.addEventListener('click', openInPanel)
document.addEventListener('click', openFromMenu)
document.addEventListener('keydown', closeByEscape)
if (isTop) startDeveloperPanel()

/** A plain click on a row opens its card over the page; with a key held the browser does what it always does. */
function openInPanel(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-slider]') : null
  if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  sliders().openPage({ url: link.href, title: link.textContent ?? '' })
}

/** An item of a menu opens its app in a side panel, a button of the activity bar below itself. */
function openFromMenu({ target }: MouseEvent): void {
  const item = target instanceof Element ? target.closest<HTMLElement>('[data-open-app]') : null
  if (!item) return
  item.closest('details')?.removeAttribute('open')
  const title = item.dataset.title ?? ''
  if (item.dataset.openApp === 'panel') return sliders().openApp({ ...readOpenRequest(item), title })
  const place = element('div', { 'class': 'app-place', 'data-title': title })
  item.closest('.app-activity')?.querySelector('.app-activity-place')?.replaceChildren(place)
  void openApp(place, readOpenRequest(item))
}

function closeByEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return
  if (sliders().closeTop()) event.preventDefault()
}
