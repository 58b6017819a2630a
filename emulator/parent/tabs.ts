import { openAppInPlace } from './open-app'

/** Makes the card's tabs work: click and arrow keys, apps loaded when their tab is first opened, `?tab=` or a hash. */
export function startTabs(): void {
  const all = [...document.querySelectorAll<HTMLButtonElement>('[role=tab]')]
  for (const tab of all) {
    tab.addEventListener('click', () => open(tab, all))
    // Sent disabled: a click before this script runs would be lost.
    tab.disabled = false
  }
  document.querySelector('[role=tablist]')?.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent) move(event, all)
  })
  const wanted = new URLSearchParams(location.search).get('tab') ?? decodeURIComponent(location.hash.slice(1))
  const first = all.find(({ dataset }) => dataset.tab === wanted)
  if (first) open(first, all)
}

function open(tab: HTMLElement, all: HTMLElement[]): void {
  for (const each of all) {
    const isOpen = each === tab
    each.setAttribute('aria-selected', String(isOpen))
    each.tabIndex = isOpen ? 0 : -1
    panelOf(each)?.toggleAttribute('hidden', !isOpen)
  }
  panelOf(tab)?.querySelectorAll<HTMLElement>('.app-place').forEach(openAppInPlace)
}

function move(event: KeyboardEvent, all: HTMLElement[]): void {
  const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 }
  const step = steps[event.key]
  const at = all.findIndex((tab) => tab === document.activeElement)
  const next = step !== undefined && at >= 0 ? all[(at + step + all.length) % all.length] : undefined
  if (!next) return
  event.preventDefault()
  next.focus()
  open(next, all)
}

function panelOf(tab: HTMLElement): HTMLElement | null {
  return document.getElementById(tab.getAttribute('aria-controls') ?? '')
}
