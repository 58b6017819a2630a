import type { LoggedCall } from '@emulator/portal/logged-call'
import { CONTROL_PATH } from '@emulator/control/protocol'
import { boot } from './boot'
import { element } from './dom'

interface LogView {
  root: HTMLElement
  refresh(): Promise<void>
}

/** The list of REST calls and frame messages, newest first. */
export function createLogView(): LogView {
  const list = element('ol', { 'class': 'developer-log', 'aria-label': 'Calls and messages', 'tabindex': '0' })
  let shown = 0
  const refresh = async () => {
    const response = await fetch(`${CONTROL_PATH}calls?after=${shown}`).catch(() => undefined)
    const calls: LoggedCall[] = response?.ok ? await response.json() : []
    // Numbers that were seen before belong to another log: the portal was reset.
    if ((calls[0]?.number ?? shown + 1) <= shown) list.replaceChildren()
    list.prepend(...calls.map(toRow).reverse())
    shown = calls.at(-1)?.number ?? shown
  }
  return { root: list, refresh }
}

function toRow(call: LoggedCall): HTMLElement {
  const { at, channel, method, params, status, error, commands, user, from, late } = call
  const sender = from === 'portal' ? 'portal → app' : from === 'app' ? 'app → portal' : channel
  const outcome = (late ? 'late · ' : '') + (error ?? (status === 0 ? 'connection cut' : String(status ?? '')))
  const carried = commands
    ?.map((command) => (command.error ? `${command.method} ✕ ${command.error}` : command.method))
    .join(', ')
  const who = boot.people.find(({ id }) => id === user)?.name
  return element(
    'li',
    { 'data-channel': channel, ...((error !== undefined || status === 0) && { 'data-failed': '' }) },
    element(
      'details',
      {},
      element(
        'summary',
        {},
        element('time', {}, new Date(at).toISOString().slice(11, 23)),
        element('span', { class: 'channel' }, sender),
        element('b', {}, method, carried && element('small', {}, carried)),
        element('span', { class: 'outcome' }, outcome),
      ),
      element('pre', {}, JSON.stringify({ ...(who && { as: who }), params, ...(commands && { commands }) }, null, 2)),
    ),
  )
}
