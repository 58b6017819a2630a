import type { OwnerTypeId } from './id'
import type { ImportType } from './import-types'
import type { OwnerRef } from './owner'
import { digitsAt } from './characters'
import { cleanText } from './clean-text'
import { ownerId, ownerTypeId } from './id'
import { toPlainId, withoutThousands } from './import-ids'
import { isNotOffered, typeNamed } from './import-types'
import { readTypedOwner } from './typed-owner'

interface OwnerCells {
  owner: string
  /** Empty where the list has none. */
  type: string
}

/** What is known of the owners of a list. */
export interface OwnerRules {
  types: readonly ImportType[]
  /** Of owners that neither their text nor a column gives a type; absent where nobody has said it. */
  typeId?: OwnerTypeId | undefined
}

/** An id, with the type that stands beside it in the text. */
interface NamedOwner {
  id: number
  typeId?: OwnerTypeId | undefined
}

/** Addresses of all cards have it. */
const CARD = '/details/'
/** `2:45`, as our own files write owners: type and id. */
const KEY = /^(\d+):(\d+)$/

/** Cards of what every portal has, and of what its administrator has made. */
const ANY_CARD = /\/crm\/(?:lead|deal|contact|company|quote|type\/\d+)\/details\/[1-9]/

function readAddress(text: string, types: readonly ImportType[]): NamedOwner | 'not-offered' | undefined {
  const address = `/${text.toLowerCase()}`
  for (const { id: typeId, cardFolder } of types) {
    const place = cardFolder === undefined ? -1 : address.indexOf(cardFolder)
    const id = toPlainId(digitsAt(address, place + (cardFolder?.length ?? 0)))
    if (place !== -1 && id !== undefined) return { id, typeId }
  }
  return ANY_CARD.test(address) ? 'not-offered' : undefined
}

function readKey(text: string): NamedOwner | undefined {
  const [, type = '', owner = ''] = KEY.exec(text) ?? []
  const [typeId, id] = [toPlainId(type), toPlainId(owner)]
  return typeId === undefined || id === undefined ? undefined : { id, typeId: ownerTypeId(typeId) }
}

/** `45`, `# 45`, `Deal 45`; never a title, and no id that begins with a zero. */
function readWords(text: string, types: readonly ImportType[]): NamedOwner | 'not-offered' | undefined {
  const { id, idOfType } = readTypedOwner(text) ?? {}
  if (id === undefined || !text.includes(String(id)) || /(?:^|\D)0\d*\D*$/.test(text)) return undefined
  if (idOfType === undefined) return { id }
  // Two numbers name neither a type nor its owner.
  const typeId = toPlainId(idOfType) === undefined ? typeNamed(idOfType, types) : undefined
  if (typeId !== undefined) return { id, typeId }
  return isNotOffered(idOfType, types) ? 'not-offered' : undefined
}

/**
 * Reads the cells of an owner: an id, or a pasted address of its card, and its type by name, code or id. Nothing where they
 * name none, no type, or two. `not-offered`: they name something that cannot own orders in this portal.
 */
export function readOwnerCells(
  { owner, type }: OwnerCells,
  { types, typeId }: OwnerRules,
): OwnerRef | 'not-offered' | undefined {
  const text = cleanText(owner)
  const named = text.toLowerCase().includes(CARD)
    ? readAddress(text, types)
    : (readKey(text) ?? readWords(withoutThousands(text), types))
  if (!named || named === 'not-offered') return named
  const isTypeGiven = cleanText(type) !== ''
  const given = isTypeGiven ? typeNamed(type, types) : named.typeId
  if (isTypeGiven && given === undefined && isNotOffered(type, types)) return 'not-offered'
  if (isTypeGiven && named.typeId !== undefined && given !== named.typeId) return undefined
  const known = isTypeGiven ? given : (given ?? typeId)
  return known === undefined ? undefined : { typeId: known, id: ownerId(named.id) }
}
