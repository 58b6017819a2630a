import type { ActiveFault, FaultEffect, FaultRule } from '@emulator/portal/fault'
import { GENERAL_COMMANDS } from '@contract/frame'
import { CONTROL_PATH } from '@emulator/control/protocol'
import { button, element } from './dom'
import { post } from './portal-client'

/** What may be chosen by hand; rules with other values come by `POST faults`. */
const EFFECTS: Record<string, FaultEffect> = {
  'QUERY_LIMIT_EXCEEDED': { kind: 'error', code: 'QUERY_LIMIT_EXCEEDED' },
  'OPERATION_TIME_LIMIT': { kind: 'error', code: 'OPERATION_TIME_LIMIT' },
  'OVERLOAD_LIMIT': { kind: 'error', code: 'OVERLOAD_LIMIT' },
  'INTERNAL_SERVER_ERROR': { kind: 'error', code: 'INTERNAL_SERVER_ERROR' },
  'expired_token': { kind: 'error', code: 'expired_token' },
  'insufficient_scope': { kind: 'error', code: 'insufficient_scope' },
  'ACCESS_DENIED': { kind: 'error', code: 'ACCESS_DENIED' },
  'answer after 5 s': { kind: 'delay', ms: 5000 },
  'cut before the work': { kind: 'cut-before' },
  'cut after the work': { kind: 'cut-after' },
  'lost now, done 10 s later': { kind: 'late-work', ms: 10_000 },
  'no answer': { kind: 'silence' },
  'no body': { kind: 'empty-body' },
  'page of a proxy': { kind: 'html-page' },
  'broken JSON': { kind: 'broken-json' },
  'half an answer': { kind: 'truncated' },
  'answer twice': { kind: 'duplicate' },
  'wrong shape': { kind: 'wrong-shape', result: [] },
  'wrong types': { kind: 'wrong-type' },
  'row missing in a batch': { kind: 'missing-row' },
  'frame: unknown sid': { kind: 'wrong-sid' },
  'frame: wrong origin': { kind: 'wrong-origin' },
}
const METHODS = [
  '*',
  'batch',
  'crm.enum.getorderownertypes',
  'crm.orderentity.add',
  'crm.orderentity.deletebyfilter',
  'crm.orderentity.list',
  'crm.item.get',
  'crm.item.list',
  'sale.order.list',
  ...GENERAL_COMMANDS.map((command) => `frame:${command}`),
]
const PATH = `${CONTROL_PATH}faults`

interface FaultForm {
  root: HTMLElement
  refresh(): Promise<void>
}

/** Sets faults by hand: which method, what happens, at which call; shows those that are set, and takes them away. */
export function createFaultForm(): FaultForm {
  const method = element('input', { list: 'developer-methods', value: 'crm.orderentity.add', spellcheck: 'false' })
  const methodOptions = element(
    'datalist',
    { id: 'developer-methods' },
    ...METHODS.map((value) => element('option', { value })),
  )
  const effect = element('select', {}, ...Object.keys(EFFECTS).map((name) => element('option', { value: name }, name)))
  const nth = element('input', { type: 'number', min: '1', placeholder: 'every call' })
  const list = element('ul', { 'aria-label': 'Active faults' })
  let active: ActiveFault[] = []
  const show = (faults: ActiveFault[]) => {
    // An unchanged list stays, and with it the focus on one of its buttons.
    if (JSON.stringify(faults) === JSON.stringify(active)) return
    active = faults
    list.replaceChildren(
      ...faults.map(({ rule, hits }, place) =>
        toRow(rule, { hits, remove: () => void storeRules(rules().toSpliced(place, 1)) }),
      ),
    )
  }
  const rules = () => active.map(({ rule }) => rule)
  const storeRules = async (wanted: FaultRule[]) => {
    await post(PATH, wanted)
    await refresh()
  }
  const refresh = async () => show(await readFaults())
  const add = () => {
    const chosen = EFFECTS[effect.value]
    const when = nth.value === '' ? ('every' as const) : { nth: Number(nth.value) }
    if (chosen && method.value !== '' && nth.checkValidity())
      void storeRules([...rules(), { method: method.value, when, effect: chosen }])
  }
  const buttons = element(
    'p',
    {},
    button({}, 'Add fault', add),
    button({}, 'Clear faults', () => void storeRules([])),
  )
  const fields = [labelled('Method', method), methodOptions, labelled('Effect', effect), labelled('Only call no.', nth)]
  return { root: element('form', { class: 'developer-settings' }, ...fields, buttons, list), refresh }
}

function labelled(name: string, control: HTMLElement): HTMLElement {
  return element('label', {}, element('span', {}, name), control)
}

async function readFaults(): Promise<ActiveFault[]> {
  const response = await fetch(PATH).catch(() => undefined)
  return response?.ok ? response.json() : []
}

function toRow(
  { method, when, effect }: FaultRule,
  { hits, remove }: { hits: number; remove: () => void },
): HTMLElement {
  const at = when === 'every' ? 'every call' : 'nth' in when ? `call ${when.nth}` : `${when.probability * 100} %`
  const what = effect.kind === 'error' ? effect.code : effect.kind
  const text = `${method} → ${what}, ${at}, matched ${hits}`
  return element(
    'li',
    {},
    element('span', {}, text),
    button({ 'aria-label': `Remove fault of ${method}` }, '×', remove),
  )
}
