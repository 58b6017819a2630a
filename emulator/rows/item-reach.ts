import type { CrmMultifieldRow } from '@contract/crm-item-fields'

const FLAT: Record<string, { name: string; kinds: readonly string[]; has: string }> = {
  PHONE: { name: 'phone', kinds: ['WORK', 'MOBILE', 'MAILING'], has: 'hasPhone' },
  EMAIL: { name: 'email', kinds: ['WORK', 'HOME', 'MAILING'], has: 'hasEmail' },
}

/** Gives the flat copies of phones and e-mails: the first of each kind, and whether there is any. @see api-reference/crm/universal/crm-item-get.md */
export function toReached(rows: readonly CrmMultifieldRow[]): Record<string, string> {
  const entries = Object.entries(FLAT).flatMap(([typeId, { name, kinds, has }]): [string, string][] => {
    const own = rows.filter((row) => row.typeId === typeId)
    const first = (kind: string) => own.find(({ valueType }) => valueType === kind)?.value ?? ''
    const byKind = kinds.map((kind): [string, string] => [
      `${name}${kind[0] ?? ''}${kind.slice(1).toLowerCase()}`,
      first(kind),
    ])
    return [...byKind, [name, own[0]?.value ?? ''], [has, own.length > 0 ? 'Y' : 'N']]
  })
  return Object.fromEntries(entries)
}
