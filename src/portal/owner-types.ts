import type { OwnerType } from '@/domain/owner-type'
import type { Ask } from './ask'
import type { Portal } from './portal'
import * as v from 'valibot'
import { anOwnerTypeId, listOf, MAX_DIRECTORY, optionalText, text } from './decode'
import { isSearchableType, ownerWordOf } from './entity-types'

const OWNER_TYPE = v.pipe(
  v.object({ id: anOwnerTypeId, name: text, code: optionalText, attribute: optionalText }),
  v.transform((row): OwnerType => ({ ...row, code: row.code ?? '', attribute: row.attribute ?? '' })),
)
const OWNER_TYPES = listOf(OWNER_TYPE, MAX_DIRECTORY)

/**
 * The owner types, by a request of their own: `askUnbatched` sends no batch.
 * @see api-reference/crm/auxiliary/enum/crm-enum-get-order-owner-types.md
 */
export function createOwnerTypes(askUnbatched: Ask): Portal['ownerTypes'] {
  return {
    async read() {
      const { result } = await askUnbatched({ method: 'crm.enum.getorderownertypes', params: {} }, OWNER_TYPES)
      return result
    },
    isSearchable: isSearchableType,
    wordOf: ownerWordOf,
  }
}
