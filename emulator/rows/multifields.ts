import type { CrmMultifieldRow } from '@contract/crm-item-fields'

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
