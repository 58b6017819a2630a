import type { LegacyMultifieldName, LegacyMultifieldRow } from '@contract/crm-legacy'
import type { Params } from '@emulator/calls/call'
import type { Condition } from '@emulator/lists/filter'
import type { StoredRow } from './item-rows'
import { isMap, toFlag } from '@emulator/calls/params'
import { splitKey, toCondition } from '@emulator/lists/filter'

/** The fields with several values. */
export const MULTIFIELD_NAMES: readonly LegacyMultifieldName[] = ['PHONE', 'EMAIL', 'WEB', 'IM', 'LINK']

/** Says whether a field has several values: phones, e-mails and their like. */
export function isMultifieldName(name: string): boolean {
  return MULTIFIELD_NAMES.some((known) => known === name)
}

function readMultifield({ fm = [] }: Partial<StoredRow>, name: string): LegacyMultifieldRow[] {
  return fm
    .filter(({ typeId }) => typeId === name)
    .map(({ id, valueType, value, typeId }) => ({
      ID: String(id),
      VALUE_TYPE: valueType,
      VALUE: value,
      TYPE_ID: typeId,
    }))
}

/** Phones, e-mails and their like of a row; a field without a value is not there. @see api-reference/crm/contacts/crm-contact-get.md */
export function toLegacyMultifields(row: StoredRow): Partial<Record<LegacyMultifieldName, LegacyMultifieldRow[]>> {
  const filled = MULTIFIELD_NAMES.map((name) => [name, readMultifield(row, name)] as const)
  return Object.fromEntries(filled.filter(([, values]) => values.length > 0))
}

/** Only the whole value finds a phone: another prefix than those of equality counts as one. unconfirmed but for the first half */
export function toMultifieldCondition(filter: Params): Condition {
  const conditions = Object.entries(filter).flatMap(([key, wanted]): Condition[] => {
    const { prefix, field } = splitKey(key, false)
    if (!isMultifieldName(field)) return []
    const matches = toCondition({ prefix: prefix.startsWith('!') ? '!' : '', field }, wanted, 'string')
    return [(row) => matches({ [field]: readMultifield(row, field).map(({ VALUE }) => VALUE) })]
  })
  return (row) => conditions.every((condition) => condition(row))
}

/** One phone, e-mail or their like as a call writes it, by the names of today. */
export interface MultifieldEntry {
  id: unknown
  typeId: LegacyMultifieldName
  valueType: unknown
  value: string
}

/**
 * Reads the phones and their like of a call that writes. An entry with an `ID` and `DELETE`, or without
 * a value, deletes. @see api-reference/crm/contacts/crm-contact-update.md
 */
export function toSentMultifields(fields: Params): MultifieldEntry[] {
  return MULTIFIELD_NAMES.flatMap((typeId) => {
    const sent = fields[typeId]
    const entries = isMap(sent) ? Object.values(sent).filter(isMap) : []
    return entries.map(({ ID: id, VALUE_TYPE: valueType, VALUE, DELETE }) => {
      const value = toFlag(DELETE) === 'Y' ? '' : VALUE
      return { id, typeId, valueType, value: isMap(value) ? '' : String(value ?? '') }
    })
  })
}
