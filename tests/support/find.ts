import type { DOMWrapper, VueWrapper } from '@vue/test-utils'
import type { ComponentPublicInstance } from 'vue'

type Container = VueWrapper<ComponentPublicInstance> | DOMWrapper<Element>

const SELECTORS = {
  button: 'button',
  link: 'a[href]',
  radio: 'input[type=radio]',
  choice: '[role=grid][aria-label*="search results"] tr[data-row]',
  status: '[role=status]',
  alert: '[role=alert]',
  row: 'tr[data-row]',
  option: '[role=option]',
} as const

type FindableRole = keyof typeof SELECTORS

/** What a person reads in the element, on one line. */
export function readText(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
}

function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label')
  if (label) return label
  const [first] = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []
  return readText(first ?? element)
}

/** Every element with the role, outside parts that assistive technology does not see. */
export function findAllByRole(container: Container, role: FindableRole): DOMWrapper<Element>[] {
  return container.findAll(SELECTORS[role]).filter(({ element }) => !element.closest('[aria-hidden=true]'))
}

/** The one element with the role whose name holds the text. @throws unless there is exactly one */
export function findByRole(place: Container, role: FindableRole, name: string): DOMWrapper<Element> {
  const found = findAllByRole(place, role).filter(({ element }) => nameOf(element).includes(name))
  const [only, ...others] = found
  if (!only || others.length > 0) throw new Error(`${found.length} elements "${role}" are called "${name}"`)
  return only
}

/** The field that belongs to the label. @throws when there is none */
export function findByLabel(place: Container, label: string): DOMWrapper<HTMLInputElement> {
  const field = place.findAll<HTMLInputElement>('input, select').find(({ element }) => nameOf(element).includes(label))
  if (!field) throw new Error(`No field is called "${label}"`)
  return field
}
