import type { OwnerType } from '@/domain/owner-type'
import type { Ask } from './ask'
import type { Portal } from './portal'
import * as v from 'valibot'
import { ownerTypeId } from '@/domain/id'
import { ENTITY_TYPE } from '@contract/entity-types'
import { ifReadable } from './ask'
import { anOwnerTypeId, listOf, MAX_DIRECTORY, optionalText, text } from './decode'
import { cardFolderOf, isSearchableType, ownerWordOf } from './entity-types'

const OWNER_TYPE = v.pipe(
  v.object({ id: anOwnerTypeId, name: text, code: optionalText, attribute: optionalText }),
  v.transform((row): OwnerType => ({ ...row, code: row.code ?? '', attribute: row.attribute ?? '' })),
)
const INVOICE_CODE = 'SMART_INVOICE'
const OWNER_TYPES = listOf(OWNER_TYPE, MAX_DIRECTORY)

interface OwnerTypeParts {
  settings: Portal['settings']
  readTypeName: Portal['owners']['readTypeName']
}

/**
 * The owner types, by a request of their own: `askUnbatched` sends no batch.
 * @see api-reference/crm/auxiliary/enum/crm-enum-get-order-owner-types.md
 */
export function createOwnerTypes(askUnbatched: Ask, { settings, readTypeName }: OwnerTypeParts): Portal['ownerTypes'] {
  const readListed = async () =>
    (await askUnbatched({ method: 'crm.enum.getorderownertypes', params: {} }, OWNER_TYPES)).result

  /** Smart invoices, which portals may accept without listing them: pages of the documentation differ. */
  async function readUnlisted(): Promise<OwnerType[]> {
    if (!settings.read().offersInvoices) return []
    const id = ownerTypeId(ENTITY_TYPE.smartInvoice)
    const name = await ifReadable(readTypeName(id), undefined)
    return [{ id, name: name ?? INVOICE_CODE, code: INVOICE_CODE, attribute: '', isUnlisted: true }]
  }

  return {
    async read() {
      const [listed, unlisted] = await Promise.all([readListed(), readUnlisted()])
      return [...listed, ...unlisted.filter(({ id }) => !listed.some((type) => type.id === id))]
    },
    isSearchable: isSearchableType,
    cardFolderOf,
    wordOf: ownerWordOf,
  }
}
