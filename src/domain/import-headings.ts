import type { OwnerTypeId } from './id'
import type { OrderReading } from './import-order'
import type { ImportType } from './import-types'
import { cleanText } from './clean-text'
import { toFolded } from './fold-text'
import { namesOfType } from './import-types'

/** What a heading says of its column. `isSure`: it names what the column holds, not only that it holds ids or links. */
export type Heading =
  | { role: 'order'; reading?: OrderReading; isSure: boolean }
  | { role: 'owner'; typeId?: OwnerTypeId; isSure: boolean }
  | { role: 'type'; isSure: true }
  /** It is of something else: a date, a sum, a name. */
  | { role: 'ignored'; isSure: true }

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/* In English and Russian, and what German, Spanish and French shops export; as texts are compared: without accents, ё as е. */
const ORDER = words('order orders orderid ordernumber заказ заказа заказы заказов bestellung auftrag pedido commande')
const OWNER = words('owner owners entity target владелец владельца владельцы элемент crm')
const TYPE = words('type typeid тип typ tipo')
const ID = words('id ids ид айди identifier идентификатор orderid')
const NUMBER = words('number num no nr n номер nummer numero ordernumber')
/** The portal's own name of an order's number. */
const ACCOUNT_NUMBER = 'account number'
const LINK = words('url link address card ссылка адрес карточка')
const TO = words('to new куда новый')
const FROM = words('from old before previous current откуда старый прежний текущий')
const AND = words('and и')
const DETAIL = words(
  [
    'name title date time sum amount total price currency status stage customer client contact company phone email comment comments',
    'payment paid shipment delivery item items quantity responsible manager created note reason source п/п',
    'название имя дата время сумма итого цена валюта статус стадия клиент контакт компания телефон почта комментарий оплата оплачен',
    'отгрузка доставка товар товары количество ответственный менеджер создан примечание причина источник',
  ].join(' '),
)

/** Parts of a heading: `OrderID`, `order_id` and `Order ID` have the same. */
function partsOf(heading: string): string[] {
  const spaced = cleanText(heading)
    .replace(/[№#]/g, ' number ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
  return toFolded(spaced)
    .split(' ')
    .filter((part) => part !== '')
}

/** The type whose every name's word stands in the heading. */
function typeIn(parts: readonly string[], types: readonly ImportType[]): ImportType | undefined {
  const isNamed = (name: string) => name.split(' ').every((part) => parts.includes(part))
  const [found, ...others] = types.filter((type) => namesOfType(type).some(isNamed))
  return others.length === 0 ? found : undefined
}

function readingOf(has: (known: ReadonlySet<string>) => boolean): Pick<Heading & { role: 'order' }, 'reading'> {
  if (has(ID)) return { reading: 'id' }
  return has(NUMBER) ? { reading: 'number' } : {}
}

/** Reads what a list calls a column; nothing where that is no heading that anybody knows. A heading has no digits. */
export function readHeading(heading: string, types: readonly ImportType[]): Heading | undefined {
  const parts = partsOf(heading)
  const has = (known: ReadonlySet<string>) => parts.some((part) => known.has(part))
  if (parts.length === 0 || parts.length > 6 || /\d/.test(heading)) return undefined
  if (has(DETAIL) || has(FROM)) return { role: 'ignored', isSure: true }
  // `To: type and ID`, as our own files have it.
  if (has(TYPE) && has(AND) && has(ID)) return { role: 'owner', isSure: true }
  if (has(TYPE)) return has(ORDER) ? { role: 'ignored', isSure: true } : { role: 'type', isSure: true }
  const type = typeIn(parts, types)
  if (has(OWNER) || type) return { role: 'owner', ...(type ? { typeId: type.id } : {}), isSure: true }
  if (has(ORDER) || parts.join(' ') === ACCOUNT_NUMBER) return { role: 'order', ...readingOf(has), isSure: true }
  if (has(TO) || has(LINK)) return { role: 'owner', isSure: false }
  return has(ID) || has(NUMBER) ? { role: 'order', ...readingOf(has), isSure: false } : undefined
}
