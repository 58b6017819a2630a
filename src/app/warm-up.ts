import B24Button from '@bitrix24/b24ui-nuxt/components/Button.vue'
import { createApp } from 'vue'
import { prepareTexts } from '@/i18n'

/** The kit makes its rules for classes with its first button, for as long as a page of rows takes: one that nobody sees. */
function makeButton(): void {
  const app = createApp(B24Button, { color: 'air-tertiary' })
  app.mount(document.createElement('div'))
  app.unmount()
}

/** Does what the page needs and no answer of the portal, while the portal answers: each a task of its own. */
export function warmUp(): void {
  setTimeout(() => prepareTexts(location.href))
  setTimeout(makeButton)
}
