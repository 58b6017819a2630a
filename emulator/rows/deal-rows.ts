import type { Params } from '@emulator/calls/call'
import type { FieldKinds } from '@emulator/lists/filter'
import { splitKey } from '@emulator/lists/filter'
import { DEAL_FIELDS } from './item-fields'
import { toFullRow } from './item-rows'

/** Fields whose legacy name is not simply the new one in capitals. */
const LEGACY_NAMES: Record<string, string> = {
  createdBy: 'CREATED_BY_ID',
  updatedBy: 'MODIFY_BY_ID',
  createdTime: 'DATE_CREATE',
  updatedTime: 'DATE_MODIFY',
  movedBy: 'MOVED_BY_ID',
}

/** Fields of today that the legacy methods never had, `CONTACT_IDS` among them. @see api-reference/crm/deals/crm-deal-list.md */
const NOT_LEGACY = [
  'contactIds',
  'observers',
  'webformId',
  'dateCreateShort',
  'dateModifyShort',
  'productId',
  'begindateShort',
  'closedateShort',
  'eventDate',
  'eventDateShort',
  'eventId',
  'eventDescription',
  'searchContent',
  'orderStage',
  'isWork',
  'isWon',
  'isLose',
  'receivedAmount',
  'lostAmount',
  'hasProducts',
  'parentId7',
]
const MONEY = ['opportunity', 'taxValue']

function toLegacyName(name: string): string {
  return LEGACY_NAMES[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
}

/** Legacy name by today's name, for the fields that the legacy methods give. */
export const LEGACY_BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.keys(DEAL_FIELDS)
    .filter((name) => !NOT_LEGACY.includes(name))
    .map((name) => [name, toLegacyName(name)]),
)

const NAME_BY_LEGACY: ReadonlyMap<string, string> = new Map([...LEGACY_BY_NAME].map(([name, legacy]) => [legacy, name]))

/** How the fields that the legacy methods know compare, by their names of today. */
export const LEGACY_DEAL_KINDS: FieldKinds = Object.fromEntries(
  [...LEGACY_BY_NAME.keys()].map((name) => [name, DEAL_FIELDS[name]?.kind ?? 'string']),
)

/** Gives a legacy filter or order by the names of today, prefixes kept; names that are not known are dropped. */
export function fromLegacyKeys(map: Params): Params {
  const entries = Object.entries(map).flatMap(([key, value]) => {
    const { prefix, field } = splitKey(key, false)
    const name = NAME_BY_LEGACY.get(field)
    return name === undefined ? [] : [[`${prefix}${name}`, value] as const]
  })
  return Object.fromEntries(entries)
}

function toText(name: string, value: unknown): string | null {
  if (MONEY.includes(name)) return Number(value ?? 0).toFixed(2)
  return value === null || value === undefined ? null : String(value)
}

/** Writes a deal as the legacy methods do: names in capitals, every value a string or null. @see api-reference/crm/deals/crm-deal-get.md */
export function toLegacyDeal(row: object): Params {
  const full = toFullRow(DEAL_FIELDS, row)
  return Object.fromEntries([...LEGACY_BY_NAME].map(([name, legacy]) => [legacy, toText(name, full[name])]))
}

/** Gives the fields of a legacy write by their names of today; names that are not known are dropped. */
export function fromLegacyFields(fields: Params): Params {
  const entries = Object.entries(fields).flatMap(([legacy, value]) => {
    const name = legacy === 'CONTACT_IDS' ? 'contactIds' : NAME_BY_LEGACY.get(legacy)
    return name === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}
