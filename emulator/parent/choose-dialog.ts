import { boot } from './boot'
import { button, element } from './dom'

/** A row that can be chosen. */
export interface Choice {
  key: string
  title: string
  note: string
}

/** A group of rows, shown under its own tab where there are several. */
export interface ChoiceGroup<Row extends Choice> {
  name: string
  find(search: string): Promise<Row[]>
}

interface ChoiceRequest<Row extends Choice> {
  title: string
  groups: ChoiceGroup<Row>[]
  multiple: boolean
  /** Rows that are chosen from the start, whether their group is open or not. */
  chosen?: Row[]
}

/** Asks the person to choose; nothing when the dialog was cancelled. */
export function choose<Row extends Choice>(request: ChoiceRequest<Row>): Promise<Row[] | undefined> {
  return new Promise((resolve) => {
    const selected = new Map((request.chosen ?? []).map((row) => [row.key, row]))
    const dialog = element('dialog', { 'class': 'chooser', 'aria-label': request.title })
    const finish = (rows: Row[] | undefined) => {
      dialog.remove()
      resolve(rows)
    }
    dialog.addEventListener('cancel', () => finish(undefined))
    dialog.append(
      element('h2', {}, request.title),
      ...createSearch(request, selected),
      element(
        'footer',
        {},
        button({ class: 'main' }, boot.messages.choose, () => finish([...selected.values()])),
        button({}, boot.messages.cancel, () => finish(undefined)),
      ),
    )
    document.body.append(dialog)
    dialog.showModal()
  })
}

/** The groups, the search field and the rows that they find. */
function createSearch<Row extends Choice>(request: ChoiceRequest<Row>, selected: Map<string, Row>): HTMLElement[] {
  const list = element('div', { class: 'choices' })
  const search = element('input', {
    'type': 'search',
    'aria-label': boot.messages.search,
    'placeholder': boot.messages.search,
  })
  let group = request.groups[0]
  let lastRequest = 0
  const show = async () => {
    lastRequest += 1
    const requestNumber = lastRequest
    const rows = (await group?.find(search.value)) ?? []
    // A late answer to an earlier request is not shown.
    if (requestNumber === lastRequest) list.replaceChildren(...toRows(rows, request, selected))
  }
  const selectGroup = (next: ChoiceGroup<Row>) => {
    group = next
    void show()
  }
  search.addEventListener('input', () => void show())
  void show()
  return request.groups.length < 2 ? [search, list] : [groupBar(request.groups, selectGroup), search, list]
}

function groupBar<Row extends Choice>(
  groups: ChoiceGroup<Row>[],
  selectGroup: (group: ChoiceGroup<Row>) => void,
): HTMLElement {
  const bar = element('div', { class: 'switch', role: 'group' })
  const buttons = groups.map((group, index) =>
    button({ 'aria-pressed': String(index === 0) }, group.name, () => {
      buttons.forEach((each, at) => each.setAttribute('aria-pressed', String(at === index)))
      selectGroup(group)
    }),
  )
  bar.append(...buttons)
  return bar
}

function toRows<Row extends Choice>(
  rows: Row[],
  { multiple }: ChoiceRequest<Row>,
  selected: Map<string, Row>,
): HTMLElement[] {
  if (rows.length === 0) return [element('p', { class: 'nothing' }, boot.messages.nothingFound)]
  return rows.map((row) => {
    const input = element('input', { type: multiple ? 'checkbox' : 'radio', name: 'choice', value: row.key })
    input.checked = selected.has(row.key)
    input.addEventListener('change', () => {
      if (!multiple) selected.clear()
      if (input.checked) selected.set(row.key, row)
      else selected.delete(row.key)
    })
    return element('label', {}, input, element('span', {}, row.title, element('small', {}, row.note)))
  })
}
