import type { Customer } from '@/domain/customer'
import type { Ask } from './ask'
import * as v from 'valibot'
import { askAllPages, ifReadable } from './ask'
import { id, optionalText, rowsUnder } from './decode'
import { memoizeRead } from './memoize-read'

/** The properties of the checkout form that name the buyer, by their ids; absent where the portal does not tell. */
interface BuyerProperties {
  payer: ReadonlySet<number>
  profile: ReadonlySet<number>
}

const FORM_PROPERTIES = rowsUnder(
  'properties',
  v.object({ id, isPayer: v.fallback(optionalText, undefined), isProfileName: v.fallback(optionalText, undefined) }),
)

/**
 * Makes a read of the properties that name the buyer, asked for once in the page's life.
 * @see api-reference/sale/property/sale-property-list.md
 */
export function createBuyerProperties(ask: Ask): () => Promise<BuyerProperties | undefined> {
  const readOnce = memoizeRead(async (): Promise<BuyerProperties> => {
    const params = { select: ['id', 'isPayer', 'isProfileName'], order: { id: 'asc' } }
    const rows = await askAllPages(ask, { method: 'sale.property.list', params }, FORM_PROPERTIES)
    return {
      payer: new Set(rows.filter(({ isPayer }) => isPayer === 'Y').map((row) => row.id)),
      profile: new Set(rows.filter(({ isProfileName }) => isProfileName === 'Y').map((row) => row.id)),
    }
  })
  return () => ifReadable<BuyerProperties | undefined>(readOnce('all'), undefined)
}

/** Codes of a person's name; unconfirmed: all but `FIO`. @see api-reference/sale/order/sale-order-get.md */
const PERSON_CODES = ['FIO', 'CONTACT_PERSON', 'NAME']

const FORM_VALUE = v.object({
  orderPropsId: v.fallback(v.nullish(id), undefined),
  code: optionalText,
  value: v.unknown(),
})
type FormValue = v.InferOutput<typeof FORM_VALUE>

/** The buyer that a checkout form names: the payer, else the name of the profile, else what a code calls a person's name. */
export function toBuyer(sent: readonly unknown[], properties: BuyerProperties | undefined): Customer {
  const parsed = sent.map((row) => v.safeParse(FORM_VALUE, row))
  const rows = parsed.flatMap((row) => (row.success ? [row.output] : []))
  const ranked = [
    ...rows.filter(({ orderPropsId }) => properties?.payer.has(orderPropsId ?? 0)),
    ...rows.filter(({ orderPropsId }) => properties?.profile.has(orderPropsId ?? 0)),
    ...rows.filter(({ code }) => PERSON_CODES.includes(code?.toUpperCase() ?? '')),
  ]
  const name = ranked.map(textIn).find(Boolean)
  if (name) return { kind: 'buyer', name }
  const isOdd = rows.length < sent.length || ranked.some((row) => textIn(row) === undefined)
  const mayHideOne = properties === undefined && ranked.length === 0 && rows.some((row) => textIn(row) !== '')
  return { kind: isOdd || mayHideOne ? 'unread' : 'none' }
}

/** What was typed into a field; a field with several values gives the first. Nothing where it is no text. */
function textIn({ value }: FormValue): string | undefined {
  const one: unknown = Array.isArray(value) ? value.find(Boolean) : value
  if (one === null || one === undefined) return ''
  if (typeof one === 'string') return one.trim()
  return typeof one === 'number' ? String(one) : undefined
}
