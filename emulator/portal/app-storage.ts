/** What an app keeps in the portal with `entity.*`. */

/** The right to a storage: read, write, or manage. */
export type StorageRight = 'R' | 'W' | 'X'

export interface StorageProperty {
  code: string
  name: string
  type: 'S' | 'N' | 'F'
  sort: number
}

/** One stored item. Author and time are the server's own. */
export interface StorageItem {
  id: number
  name: string
  active: 'Y' | 'N'
  sort: number
  code: string | null
  previewText: string | null
  detailText: string | null
  activeFrom: string
  activeTo: string
  section: string | null
  createdBy: number
  createdAt: string
  modifiedBy: number
  modifiedAt: string
  /** By property code. */
  values: Record<string, string | null>
}

/** A storage of the app. @see api-reference/entity/index.md */
export interface AppStorage {
  id: number
  code: string
  name: string
  /** By access code: `AU` all, `U1` a person, `G1` a group. */
  rights: Record<string, StorageRight>
  properties: StorageProperty[]
  items: Map<number, StorageItem>
}
