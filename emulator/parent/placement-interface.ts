/** What a placement adds to the general commands. */
interface PlacementInterface {
  command: string[]
  event: string[]
}

/**
 * Commands that this portal runs and events that it can fire, by placement. Other documented commands are not listed
 * here, so an app that asks first is never misled.
 * @see api-reference/widgets/ui-interaction/bx24-placement-call.md
 * @see api-reference/widgets/ui-interaction/bx24-placement-bind-event.md
 */
const INTERFACES: [placement: RegExp, offers: PlacementInterface][] = [
  [/^CRM_.+_(?:DETAIL_TAB|DETAIL_ACTIVITY|LIST_MENU)$/, { command: ['reloadData'], event: [] }],
  [
    /^CALL_CARD$/,
    {
      command: ['getStatus', 'disableAutoClose', 'enableAutoClose'],
      event: ['CallCard::EntityChanged', 'CallCard::BeforeClose', 'CallCard::CallStateChanged'],
    },
  ],
  [
    /^CALENDAR_GRIDVIEW$/,
    {
      command: [],
      event: [
        'Calendar.customView:refreshEntries',
        'Calendar.customView:decreaseViewRangeDate',
        'Calendar.customView:increaseViewRangeDate',
        'Calendar.customView:adjustToDate',
      ],
    },
  ],
  [
    /^(?:CRM_DETAIL_SEARCH|CRM_(?:REQUISITE|BANK_DETAIL)_AUTOCOMPLETE)$/,
    { command: [], event: ['onCrmEntityIsNeedToCreate'] },
  ],
  [/^USERFIELD_TYPE$/, { command: ['setValue', 'getValue'], event: [] }],
]

/** Commands that exist in some placement, each of which is ignored everywhere else. */
export const PLACEMENT_COMMANDS: ReadonlySet<string> = new Set(INTERFACES.flatMap(([, { command }]) => command))

/** Every event that some placement has. */
export const PLACEMENT_EVENTS: readonly string[] = INTERFACES.flatMap(([, { event }]) => event)

/** Gives what a placement adds; nothing for the application page and for placements without an interface. */
export function interfaceOf(placement: string): PlacementInterface {
  return INTERFACES.find(([code]) => code.test(placement))?.[1] ?? { command: [], event: [] }
}
