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
  let newest: LoggedCall | undefined
  /** The newest line that is shown is read once more: where another one has its number, the portal was reset and the log began anew. */
  const refresh = async () => {
    const response = await fetch(`${CONTROL_PATH}calls?after=${Math.max(0, (newest?.number ?? 0) - 1)}`).catch(
      () => undefined,
    )
    if (!response?.ok) return
    const calls: LoggedCall[] = await response.json()
    const goesOn = newest !== undefined && JSON.stringify(calls[0]) === JSON.stringify(newest)
    if (!goesOn) list.replaceChildren()
    list.prepend(
      ...calls
        .slice(goesOn ? 1 : 0)
        .map(toRow)
        .reverse(),
    )
    newest = calls.at(-1)
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
