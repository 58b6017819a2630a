/** What an app keeps in the portal. @see api-reference/entity/index.md */
import type { YesNo } from './rest'

/** A storage of the app. @see api-reference/entity/entities/entity-get.md */
export interface StorageRow {
  ID: string
  IBLOCK_TYPE_ID: 'rest_entity'
  /** The code that the app has given. */
  ENTITY: string
  NAME: string
}

/** By access code: read, write, or manage; null where there is no such storage. @see api-reference/entity/entities/entity-rights.md */
export type StorageRightsResult = Record<string, 'R' | 'W' | 'X'> | null

/** A property that the items of a storage may have. @see api-reference/entity/items/properties/entity-item-property-get.md */
export interface StoragePropertyRow {
  PROPERTY: string
  NAME: string
  /** A string, a number, or a file. */
  TYPE: 'S' | 'N' | 'F'
  SORT: string
}

/** Author and time are the server's own. @see api-reference/entity/items/entity-item-get.md */
export interface StorageItemRow {
  ID: string
  TIMESTAMP_X: string
  MODIFIED_BY: string
  DATE_CREATE: string
  CREATED_BY: string
  ACTIVE: YesNo
  DATE_ACTIVE_FROM: string
  DATE_ACTIVE_TO: string
  SORT: string
  NAME: string
  PREVIEW_PICTURE: string | null
  PREVIEW_TEXT: string | null
  DETAIL_PICTURE: string | null
  DETAIL_TEXT: string | null
  CODE: string | null
  /** By property code; absent where the storage has no properties. */
  PROPERTY_VALUES?: Record<string, string | null>
  ENTITY: string
  SECTION: string | null
}
