/** What the old methods of all CRM types have in common: names in capitals, values that are texts. */

/** Fields with several values. */
export type LegacyMultifieldName = 'PHONE' | 'EMAIL' | 'WEB' | 'IM' | 'LINK'

/** One phone, e-mail or other way to reach a client. @see api-reference/crm/data-types.md */
export interface LegacyMultifieldRow {
  ID: string
  VALUE_TYPE: string
  VALUE: string
  TYPE_ID: string
}

/** A row of an old method: every value is a string or null, numbers included; lists stand where there are values. */
export type LegacyRow<Field extends string> = Record<Field, string | null> &
  Partial<Record<LegacyMultifieldName, LegacyMultifieldRow[]>>
