import { boot } from './boot'
import { button, element } from './dom'
import { PLACEMENT_EVENTS } from './placement-interface'
import { sliders } from './sliders'

/** Controls for frames: opens any registered placement with any options, and fires an event of a placement. */
export function createFrameForm(): HTMLElement {
  return element(
    'div',
    { 'class': 'developer-settings', 'role': 'group', 'aria-label': 'Frames' },
    ...placementControls(),
    ...eventControls(),
  )
}

function placementControls(): HTMLElement[] {
  const code = createSelect(['DEFAULT', ...boot.placements])
  const options = element('input', { value: '{}', spellcheck: 'false' })
  const open = () =>
    withJson(options, (value) => {
      sliders().openApp({ placement: code.value, options: Object(value), title: code.value })
    })
  return [labelled('Placement', code), labelled('Its options', options), button({}, 'Open in a panel', open)]
}

function eventControls(): HTMLElement[] {
  const event = createSelect(PLACEMENT_EVENTS)
  const argument = element('input', { value: '{}', spellcheck: 'false' })
  const receivers = element('output', {})
  const fire = () =>
    withJson(argument, (value) => {
      receivers.textContent = `received by ${window.top?.portalFire?.(event.value, value) ?? 0}`
    })
  return [labelled('Event', event), labelled('Argument', argument), button({}, 'Fire event', fire), receivers]
}

function createSelect(values: readonly string[]): HTMLSelectElement {
  return element('select', {}, ...values.map((value) => element('option', { value }, value)))
}

function labelled(name: string, control: HTMLElement): HTMLElement {
  return element('label', {}, element('span', {}, name), control)
}

/** Reads JSON from a field; the browser says where it is none. */
function withJson(field: HTMLInputElement, use: (value: unknown) => void): void {
  field.setCustomValidity('')
  try {
    use(JSON.parse(field.value))
  } catch {
    field.setCustomValidity('This is not JSON.')
    field.reportValidity()
  }
}
