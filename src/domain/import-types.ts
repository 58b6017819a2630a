import type { OwnerTypeId } from './id'
import type { OwnerType } from './owner-type'
import { cleanText } from './clean-text'
import { toFolded } from './fold-text'
import { ownerTypeId } from './id'
import { toPlainId } from './import-ids'

/** What a list may call an owner type by. */
export interface ImportType extends Pick<OwnerType, 'id' | 'name' | 'code'> {
  /** Where the portal shows the cards of this type. */
  cardFolder?: string | undefined
}

/** What lists call the types that every portal has, by their codes, whatever the portal's language is. */
const COMMON_NAMES: Readonly<Record<string, readonly string[]>> = {
  DEAL: ['deal', 'deals', 'сделка', 'сделки', 'сделке', 'сделку'],
  SMART_INVOICE: ['invoice', 'invoices', 'smart invoice', 'счет', 'счета'],
}

/** What lists call types that every portal has and that own no orders. */
const NEVER_OFFERED = new Set(
  'lead leads лид лиды лиду contact contacts контакт контакты контакту company companies компания компании компанию quote quotes'.split(
    ' ',
  ),
)

/** Tells whether a text names something that every portal has, and that this one does not offer as an owner. */
export function isNotOffered(text: string, types: readonly ImportType[]): boolean {
  const folded = toFolded(text)
  if (NEVER_OFFERED.has(folded)) return true
  const code = Object.keys(COMMON_NAMES).find((one) => COMMON_NAMES[one]?.includes(folded))
  return code !== undefined && types.length > 0 && !types.some((type) => type.code === code)
}

/** What a list may call this type by, as texts are compared. */
export function namesOfType({ name, code }: ImportType): string[] {
  const names = [name, code, code.replaceAll('_', ' '), ...(COMMON_NAMES[code] ?? [])]
  return [...new Set(names.map(toFolded))].filter((known) => known !== '')
}

/** A list names the same few types thousands of times. */
const known = new WeakMap<readonly ImportType[], Map<string, OwnerTypeId | undefined>>()

function findNamed(folded: string, types: readonly ImportType[]): OwnerTypeId | undefined {
  const [found, ...others] = types.filter((type) => toFolded(type.name) === folded)
  if (found) return others.length === 0 ? found.id : undefined
  const [common, ...more] = types.filter((type) => namesOfType(type).includes(folded))
  return more.length === 0 ? common?.id : undefined
}

/** Gives the type that a text names by name, code or id; nothing where it names none or more than one. */
export function typeNamed(text: string, types: readonly ImportType[]): OwnerTypeId | undefined {
  const id = toPlainId(cleanText(text))
  // A type that is not listed is a wish, too: the plan says that it is not offered.
  if (id !== undefined) return ownerTypeId(id)
  const found = known.get(types) ?? new Map<string, OwnerTypeId | undefined>()
  known.set(types, found)
  if (!found.has(text)) found.set(text, findNamed(toFolded(text), types))
  return found.get(text)
}
