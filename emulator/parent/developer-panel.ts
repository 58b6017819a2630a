import { startFaults } from './developer-faults'
import { frameForm } from './developer-frames'
import { startLog } from './developer-log'
import { settingsForm } from './developer-settings'
import { button, element } from './dom'

const KEY = 'portal-developer-panel'
/** Milliseconds between two looks at the log while the panel is open. */
const EVERY = 1000

/** Shows the developer's panel at the lower edge; it remembers in this browser tab whether it is open. */
export function startDeveloperPanel(): void {
  const body = element('div', { id: 'developer-body', class: 'developer-body' })
  const toggle = button({ 'class': 'developer-toggle', 'aria-controls': 'developer-body' }, 'Developer panel', () =>
    set(body.hidden === true),
  )
  const log = startLog()
  const faults = startFaults()
  const look = () => Promise.all([log.refresh(), faults.refresh()])
  let timer: ReturnType<typeof setInterval> | undefined
  const set = (isOpen: boolean) => {
    body.hidden = !isOpen
    toggle.setAttribute('aria-expanded', String(isOpen))
    document.documentElement.classList.toggle('with-developer', isOpen)
    sessionStorage.setItem(KEY, isOpen ? 'open' : 'closed')
    clearInterval(timer)
    if (!isOpen) return
    void look()
    timer = setInterval(() => void look(), EVERY)
  }
  const forms = [part('Settings', settingsForm()), part('Open a placement', frameForm()), part('Faults', faults.root)]
  body.append(
    element('div', { 'class': 'developer-forms', 'tabindex': '0', 'role': 'group', 'aria-label': 'Forms' }, ...forms),
    log.root,
  )
  document.body.append(
    element(
      'aside',
      { 'class': 'developer', 'lang': 'en', 'dir': 'ltr', 'aria-label': 'Developer panel' },
      toggle,
      body,
    ),
  )
  set(sessionStorage.getItem(KEY) === 'open')
}

function part(title: string, form: HTMLElement): HTMLElement {
  return element('section', {}, element('h2', {}, title), form)
}
