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

interface Question<Row extends Choice> {
  title: string
  groups: ChoiceGroup<Row>[]
  multiple: boolean
  /** Rows that are chosen from the start, whether their group is open or not. */
  chosen?: Row[]
}

/** Asks the person to choose; nothing when the dialog was cancelled. */
export function choose<Row extends Choice>(question: Question<Row>): Promise<Row[] | undefined> {
  return new Promise((resolve) => {
    const picked = new Map((question.chosen ?? []).map((row) => [row.key, row]))
    const dialog = element('dialog', { 'class': 'chooser', 'aria-label': question.title })
    const finish = (rows: Row[] | undefined) => {
      dialog.remove()
      resolve(rows)
    }
    dialog.addEventListener('cancel', () => finish(undefined))
    dialog.append(
      element('h2', {}, question.title),
      ...finder(question, picked),
      element(
        'footer',
        {},
        button({ class: 'main' }, boot.messages.choose, () => finish([...picked.values()])),
        button({}, boot.messages.cancel, () => finish(undefined)),
      ),
    )
    document.body.append(dialog)
    dialog.showModal()
  })
}

/** The groups, the search field and the rows that they find. */
function finder<Row extends Choice>(question: Question<Row>, picked: Map<string, Row>): HTMLElement[] {
  const list = element('div', { class: 'choices' })
  const search = element('input', {
    'type': 'search',
    'aria-label': boot.messages.search,
    'placeholder': boot.messages.search,
  })
  let group = question.groups[0]
  let asked = 0
  const show = async () => {
    asked += 1
    const mine = asked
    const rows = (await group?.find(search.value)) ?? []
    // A late answer to an earlier question is not shown.
    if (mine === asked) list.replaceChildren(...toRows(rows, question, picked))
  }
  const turnTo = (next: ChoiceGroup<Row>) => {
    group = next
    void show()
  }
  search.addEventListener('input', () => void show())
  void show()
  return question.groups.length < 2 ? [search, list] : [groupBar(question.groups, turnTo), search, list]
}

function groupBar<Row extends Choice>(
  groups: ChoiceGroup<Row>[],
  turnTo: (group: ChoiceGroup<Row>) => void,
): HTMLElement {
  const bar = element('div', { class: 'switch', role: 'group' })
  const buttons = groups.map((group, index) =>
    button({ 'aria-pressed': String(index === 0) }, group.name, () => {
      buttons.forEach((each, at) => each.setAttribute('aria-pressed', String(at === index)))
      turnTo(group)
    }),
  )
  bar.append(...buttons)
  return bar
}

function toRows<Row extends Choice>(rows: Row[], { multiple }: Question<Row>, picked: Map<string, Row>): HTMLElement[] {
  if (rows.length === 0) return [element('p', { class: 'nothing' }, boot.messages.nothingFound)]
  return rows.map((row) => {
    const input = element('input', { type: multiple ? 'checkbox' : 'radio', name: 'choice', value: row.key })
    input.checked = picked.has(row.key)
    input.addEventListener('change', () => {
      if (!multiple) picked.clear()
      if (input.checked) picked.set(row.key, row)
      else picked.delete(row.key)
    })
    return element('label', {}, input, element('span', {}, row.title, element('small', {}, row.note)))
  })
}
