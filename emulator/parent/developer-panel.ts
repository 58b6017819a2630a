import { createFaultForm } from './developer-faults'
import { createFrameForm } from './developer-frames'
import { createLogView } from './developer-log'
import { createSettingsForm } from './developer-settings'
import { button, element } from './dom'

const STORAGE_KEY = 'portal-developer-panel'
/** Milliseconds from the end of one reading of the log to the next while the panel is open. */
const REFRESH_INTERVAL_MS = 1000

/** Shows the developer's panel at the lower edge; whether it is open is stored for this browser tab. */
export function startDeveloperPanel(): void {
  const body = element('div', { id: 'developer-body', class: 'developer-body' })
  const toggle = button({ 'class': 'developer-toggle', 'aria-controls': 'developer-body' }, 'Developer panel', () =>
    setOpen(body.hidden === true),
  )
  const log = createLogView()
  const faults = createFaultForm()
  let isReading = false
  /** One reading at a time: what two of them read side by side would be listed twice. */
  const readOn = async () => {
    if (isReading) return
    isReading = true
    while (!body.hidden) {
      await Promise.allSettled([log.refresh(), faults.refresh()])
      await new Promise((resolve) => setTimeout(resolve, REFRESH_INTERVAL_MS))
    }
    isReading = false
  }
  const setOpen = (isOpen: boolean) => {
    body.hidden = !isOpen
    toggle.setAttribute('aria-expanded', String(isOpen))
    document.documentElement.classList.toggle('with-developer', isOpen)
    sessionStorage.setItem(STORAGE_KEY, isOpen ? 'open' : 'closed')
    void readOn()
  }
  const forms = [
    section('Settings', createSettingsForm()),
    section('Open a placement', createFrameForm()),
    section('Faults', faults.root),
  ]
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
  setOpen(sessionStorage.getItem(STORAGE_KEY) === 'open')
}

function section(title: string, form: HTMLElement): HTMLElement {
  return element('section', {}, element('h2', {}, title), form)
}
