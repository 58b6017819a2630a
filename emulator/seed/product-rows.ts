import type { CrmItemRow } from '@contract/crm-items'
import type { Random } from '@emulator/portal/random'
import type { StoredOrder } from '@emulator/portal/state'
import type { StoredProductRow } from '@emulator/portal/stored-product-row'
import { CATALOGUE, productName, toProductId } from '@emulator/portal/catalogue'
import { createRandom } from '@emulator/portal/random'
import { ROW_DEFAULTS } from '@emulator/rows/product-row-draft'
import { PIECES } from '@emulator/rows/product-rows'
import { roundSum } from '@emulator/rows/row-prices'
import { toRowsOfBasket } from '@emulator/rows/rows-of-basket'
import { INVOICE_SUBJECTS } from './names'

/** How the rows of objects are made. */
interface RowSeed {
  entityTypeId: number
  language: string
  /** The id of an object's first row: it may have four, or as many as an order has goods. */
  toFirstId: (ownerId: number) => number
  /** The order that has made a deal: its goods are the deal's. */
  orderOf?: (ownerId: number) => StoredOrder | undefined
}

const MAX_PRODUCTS = 3

type Goods = Pick<StoredProductRow, 'productId' | 'productName' | 'price' | 'quantity' | 'measureCode'>

function pickGoods(random: Random, sum: number, language: string): Goods[] {
  const goods: Goods[] = []
  let left = sum
  for (const entry of random.shuffle(CATALOGUE)) {
    const share = goods.length + 1 < MAX_PRODUCTS ? left * (0.4 + random.next() * 0.3) : left
    const quantity = Math.floor(share / entry.price)
    if (quantity === 0 || goods.length === MAX_PRODUCTS) continue
    const name = productName(entry, language)
    goods.push({ productId: toProductId(entry), productName: name, price: entry.price, quantity, measureCode: PIECES })
    left = roundSum(left - quantity * entry.price)
  }
  return left > 0 ? [...goods, toService(left, language)] : goods
}

/** What the products leave of the sum: a row that is not in the catalogue. */
function toService(price: number, language: string): Goods {
  const subject = INVOICE_SUBJECTS[2]
  const name = (language === 'ru' ? subject?.ru : subject?.en) ?? ''
  const capitalised = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`
  return { productId: 0, productName: capitalised, price, quantity: 1, measureCode: 0 }
}

/** Makes rows whose sum is that of the object, the same each time. */
function seedRows(
  { entityTypeId, language, toFirstId }: RowSeed,
  { id, opportunity = 0 }: CrmItemRow,
): StoredProductRow[] {
  const random = createRandom(entityTypeId * 100_000 + id)
  return pickGoods(random, opportunity, language).map((goods, index) => ({
    xmlId: '',
    ...ROW_DEFAULTS,
    ...goods,
    id: toFirstId(id) + index,
    ownerId: id,
    ownerTypeId: entityTypeId,
    sort: (index + 1) * 10,
  }))
}

/** Makes the product rows of objects. */
export function seedProductRows(seed: RowSeed, items: readonly CrmItemRow[]): StoredProductRow[] {
  return items.flatMap((item) => {
    const order = seed.orderOf?.(item.id)
    const owner = { entityTypeId: seed.entityTypeId, id: item.id }
    return order ? toRowsOfBasket(owner, order, seed.toFirstId(item.id)) : seedRows(seed, item)
  })
}
