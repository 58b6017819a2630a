import type { Command } from './commands'

/** Whether the placement is a tab of a card. */
export function isTabPlacement(placement: string): boolean {
  return /^CRM_.+_DETAIL_TAB$/.test(placement)
}

/** Only what the placement adds: the general commands are not listed. @see api-reference/widgets/ui-interaction/index.md */
const getInterface: Command = ({ descriptor }, _args, answer) =>
  answer({ command: isTabPlacement(descriptor.init.PLACEMENT) ? ['reloadData'] : [], event: [] })

/** No placement of this portal has events, and the portal does not answer a subscription to an unknown one. */
const placementBindEvent: Command = () => undefined

/** Reads the card again: what the portal shows beside the app, not the app. */
const reloadData: Command = async (_frame, _args, answer) => {
  const page = await fetch(location.href).then((response) => response.text())
  const fresh = new DOMParser().parseFromString(page, 'text/html').querySelectorAll('[data-live]')
  document.querySelectorAll('[data-live]').forEach((shown, index) => {
    const next = fresh[index]
    if (next) shown.replaceWith(document.adoptNode(next))
  })
  answer()
}

/** Commands of the place that the app stands in. */
export const placementCommands = { getInterface, placementBindEvent, reloadData }
