import type { CrmMultifieldRow } from '@contract/crm-item-fields'
import type { LocalPortal } from '@emulator/portal/state'
import type { DraftRow } from './item-rows'
import { isMap, toInt } from '@emulator/calls/params'

const FLAT_NAMES: Record<string, { name: string; kinds: readonly string[]; presenceField: string }> = {
  PHONE: { name: 'phone', kinds: ['WORK', 'MOBILE', 'MAILING'], presenceField: 'hasPhone' },
  EMAIL: { name: 'email', kinds: ['WORK', 'HOME', 'MAILING'], presenceField: 'hasEmail' },
}

/** Gives the flat copies of phones and e-mails: the first of each kind, and whether there is any. @see api-reference/crm/universal/crm-item-get.md */
export function toFlatMultifields(rows: readonly CrmMultifieldRow[]): Record<string, string> {
  const entries = Object.entries(FLAT_NAMES).flatMap(([typeId, { name, kinds, presenceField }]): [string, string][] => {
    const own = rows.filter((row) => row.typeId === typeId)
    const first = (kind: string) => own.find(({ valueType }) => valueType === kind)?.value ?? ''
    const byKind = kinds.map((kind): [string, string] => [
      `${name}${kind[0] ?? ''}${kind.slice(1).toLowerCase()}`,
      first(kind),
    ])
    return [...byKind, [name, own[0]?.value ?? ''], [presenceField, own.length > 0 ? 'Y' : 'N']]
  })
  return Object.fromEntries(entries)
}

/**
 * Joins the phones and e-mails of a row with those of a call: one with a known `id` is changed, an empty value deletes it,
 * all others are new. @see api-reference/crm/data-types.md
 */
function mergeMultifields(
  portal: LocalPortal,
  present: readonly CrmMultifieldRow[],
  sent: unknown,
): CrmMultifieldRow[] {
  const rows = new Map(present.map((row) => [row.id, row]))
  for (const entry of isMap(sent) ? Object.values(sent).filter(isMap) : []) {
    const known = rows.get(toInt(entry.id))
    const id = known?.id ?? portal.nextId()
    const text = (name: 'typeId' | 'valueType' | 'value', empty: string) =>
      String(entry[name] ?? known?.[name] ?? empty)
    rows.set(id, { id, typeId: text('typeId', ''), valueType: text('valueType', 'WORK'), value: text('value', '') })
    if (rows.get(id)?.value === '') rows.delete(id)
  }
  return [...rows.values()]
}

/** Gives a client with the phones and e-mails of a call; the same row when the call has none. New ones take ids. */
export function withMultifields(portal: LocalPortal, row: DraftRow, sent: unknown): DraftRow {
  if (!isMap(sent) || Object.keys(sent).length === 0) return row
  const present: unknown = Reflect.get(row, 'fm')
  const fm = mergeMultifields(portal, Array.isArray(present) ? present : [], sent)
  return Object.assign({ ...row }, { fm }, toFlatMultifields(fm))
}
