import type { OwnerTypeId } from './id'
import type { ImportType } from './import-types'
import type { OwnerRef } from './owner'
import { digitsAt } from './characters'
import { cleanText } from './clean-text'
import { ownerId, ownerTypeId } from './id'
import { toPlainId, withoutThousands } from './import-ids'
import { typeNamed } from './import-types'
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

function readAddress(text: string, types: readonly ImportType[]): NamedOwner | undefined {
  const address = `/${text.toLowerCase()}`
  for (const { id: typeId, cardFolder } of types) {
    const place = cardFolder === undefined ? -1 : address.indexOf(cardFolder)
    const id = toPlainId(digitsAt(address, place + (cardFolder?.length ?? 0)))
    if (place !== -1 && id !== undefined) return { id, typeId }
  }
  return undefined
}

function readKey(text: string): NamedOwner | undefined {
  const [, type = '', owner = ''] = KEY.exec(text) ?? []
  const [typeId, id] = [toPlainId(type), toPlainId(owner)]
  return typeId === undefined || id === undefined ? undefined : { id, typeId: ownerTypeId(typeId) }
}

/** `45`, `# 45`, `Deal 45`; never a title, and no id that begins with a zero. */
function readWords(text: string, types: readonly ImportType[]): NamedOwner | undefined {
  const { id, idOfType } = readTypedOwner(text) ?? {}
  if (id === undefined || !text.includes(String(id)) || /(?:^|\D)0\d*\D*$/.test(text)) return undefined
  if (idOfType === undefined) return { id }
  // Two numbers name neither a type nor its owner.
  const typeId = toPlainId(idOfType) === undefined ? typeNamed(idOfType, types) : undefined
  return typeId === undefined ? undefined : { id, typeId }
}

/**
 * Reads the cells of an owner: an id, or a pasted address of its card, and its type by name, code or id. Nothing where they
 * name none, no type, or two.
 */
export function readOwnerCells({ owner, type }: OwnerCells, { types, typeId }: OwnerRules): OwnerRef | undefined {
  const text = cleanText(owner)
  const named = text.toLowerCase().includes(CARD)
    ? readAddress(text, types)
    : (readKey(text) ?? readWords(withoutThousands(text), types))
  if (!named) return undefined
  const isTypeGiven = cleanText(type) !== ''
  const given = isTypeGiven ? typeNamed(type, types) : named.typeId
  if (isTypeGiven && named.typeId !== undefined && given !== named.typeId) return undefined
  const known = isTypeGiven ? given : (given ?? typeId)
  return known === undefined ? undefined : { typeId: known, id: ownerId(named.id) }
}
