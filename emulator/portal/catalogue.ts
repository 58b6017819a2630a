/** A product of the sample portal, by language. */
export interface CatalogueEntry {
  en: string
  ru: string
  price: number
}

/** The products that the portal sells. None of them is meant to be a real one. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  { en: 'Office chair "Lark"', ru: 'Офисное кресло «Жаворонок»', price: 189 },
  { en: 'Height-adjustable desk 140', ru: 'Стол с регулировкой высоты 140', price: 429.5 },
  { en: 'Desk lamp "Arc"', ru: 'Настольная лампа «Дуга»', price: 64.9 },
  { en: 'Acoustic panel, grey', ru: 'Акустическая панель, серая', price: 48 },
  { en: 'Filing cabinet, 3 drawers', ru: 'Тумба с тремя ящиками', price: 156 },
  { en: 'Whiteboard 120 × 90', ru: 'Маркерная доска 120 × 90', price: 92.4 },
  { en: 'Conference table, oak', ru: 'Переговорный стол, дуб', price: 1180 },
  { en: 'Bar stool "Heron"', ru: 'Барный стул «Цапля»', price: 118 },
  { en: 'Coffee beans, 1 kg', ru: 'Кофе в зёрнах, 1 кг', price: 21.5 },
  { en: 'Herbal tea box', ru: 'Набор травяного чая', price: 12.8 },
  { en: 'Planter "Dune", large', ru: 'Кашпо «Дюна», большое', price: 74 },
  { en: 'Bookshelf "Ladder"', ru: 'Стеллаж «Лесенка»', price: 239 },
  { en: 'Cable tray set', ru: 'Комплект кабельных лотков', price: 34.2 },
  { en: 'Meeting booth for two', ru: 'Переговорная кабина на двоих', price: 3990 },
  { en: 'Monitor arm, double', ru: 'Кронштейн для двух мониторов', price: 109 },
  { en: 'Wall clock "Orbit"', ru: 'Настенные часы «Орбита»', price: 39.9 },
]

/** The catalogue's products have ids from here on, in its order. */
const FIRST_PRODUCT_ID = 301

/** The id of a product of the catalogue. */
export function toProductId(entry: CatalogueEntry): number {
  return FIRST_PRODUCT_ID + CATALOGUE.indexOf(entry)
}

/** The name of a product in a language; English where it has none. */
export function productName(entry: CatalogueEntry, language: string): string {
  return language === 'ru' ? entry.ru : entry.en
}

/** Finds a product by its id. */
export function findProduct(id: number): CatalogueEntry | undefined {
  return CATALOGUE[id - FIRST_PRODUCT_ID]
}
