import { boot } from './boot'
import { button, element } from './dom'

/** Tells the person something that they have to agree to. The page and its apps go on meanwhile. */
export function showMessage(text: string): void {
  const dialog = element('dialog', { 'class': 'chooser', 'aria-label': boot.messages.app })
  const close = button({ class: 'main' }, boot.messages.ok, () => dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  dialog.append(element('p', {}, text), element('footer', {}, close))
  document.body.append(dialog)
  dialog.showModal()
}
