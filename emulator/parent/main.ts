import { listenToApps } from './channel'
import { startDeveloperPanel } from './developer-panel'
import { fillPlace } from './places'
import { provideSliders, sliders } from './sliders'
import { startTabs } from './tabs'

const isTop = window.top === window

if (isTop) provideSliders()
listenToApps()
startTabs()
document.querySelectorAll<HTMLElement>('.app-page > .app-place').forEach(fillPlace)
document.addEventListener('click', openInPanel)
document.addEventListener('keydown', closeByEscape)
if (isTop) startDeveloperPanel()

/** A plain click on a row opens its card over the page; with a key held the browser does what it always does. */
function openInPanel(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-slider]') : null
  if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  sliders().openPage({ url: link.href, title: link.textContent ?? '' })
}

function closeByEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return
  if (sliders().closeTop()) event.preventDefault()
}
