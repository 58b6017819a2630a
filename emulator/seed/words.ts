/** Invented names for the sample portal. None of them is meant to be a real person, company or product. */

export const FIRST_NAMES = [
  'Amara', 'Bruno', 'Chiara', 'Dmitri', 'Elif', 'Farid', 'Greta', 'Hiro', 'Ines', 'Jonas',
  'Kavya', 'Lucas', 'Mina', 'Nadia', 'Omar', 'Paula', 'Ravi', 'Sofia', 'Tomas', 'Yara',
]

export const LAST_NAMES = [
  'Adeyolu', 'Brandvik', 'Castellori', 'Dvorenko', 'Elmasri', 'Fontanel', 'Grünhart', 'Hoshikawa', 'Ibarrena', 'Jurkovan',
  'Kestrand', 'Lindqvar', 'Morettina', 'Navarrox', 'Okonjide', 'Petrovane', 'Quiralte', 'Rastogira', 'Silvarinho', 'Tanakura',
  'Ulvestad', 'Vasilaki', 'Wierzbin', 'Yilmazer', 'Zelenkov', 'Arundale', 'Berezny', 'Corvalan', 'Dahlmark', 'Ekstrow',
]

export const COMPANIES = [
  'Northlight Interiors', 'Alder & Finch Supply', 'Bluewater Kitchens', 'Casa Limonero', 'Delta Grove Hotels',
  'Everstone Clinics', 'Fjordhus Design', 'Granary Lane Cafés', 'Harbour Nine Logistics', 'Iron Pine Workshops',
  'Juniper School Group', 'Kirin Street Bakery', 'Lumen Works', 'Maple Row Offices', 'Nova Terra Gardens',
  'Oakmere Dental', 'Pampa Verde Foods', 'Quayside Rentals', 'Redwood Yoga Houses', 'Sable Coast Catering',
  'Tiltyard Events', 'Umbra Film Studio', 'Vega Cycle Club', 'Willowbank Care Homes', 'Zephyr Air Services',
]

export interface CatalogueEntry {
  en: string
  ru: string
  price: number
}

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

/** Titles of deals that people made by hand; the first is the one with many small orders. */
export const DEAL_TITLES: readonly { en: string; ru: string }[] = [
  { en: 'Office pantry, framework agreement', ru: 'Кофе и чай для офисов, рамочный договор' },
  { en: 'Fitting out the new head office', ru: 'Оснащение нового главного офиса' },
  { en: 'Reception furniture, two clinics', ru: 'Мебель для двух регистратур' },
  { en: 'Hotel lobby renewal', ru: 'Обновление лобби гостиницы' },
  { en: 'Classroom desks for autumn', ru: 'Парты к осени' },
  { en: 'Café terrace, 24 seats', ru: 'Терраса кафе на 24 места' },
  { en: 'Studio lighting', ru: 'Освещение студии' },
  { en: 'Quiet rooms on the third floor', ru: 'Тихие комнаты на третьем этаже' },
  { en: 'Warehouse office', ru: 'Офис при складе' },
  { en: 'Chairs for the events hall', ru: 'Стулья для зала мероприятий' },
  { en: 'Home offices for the remote team', ru: 'Домашние рабочие места для сотрудников' },
  { en: 'Garden centre displays', ru: 'Стойки для садового центра' },
  { en: 'Dental practice, waiting room', ru: 'Зал ожидания стоматологии' },
  { en: 'Board room', ru: 'Зал совета директоров' },
  { en: 'Bakery counter and stools', ru: 'Прилавок и стулья для пекарни' },
  { en: 'Replacement of broken lamps', ru: 'Замена сломанных ламп' },
  { en: 'Wholesale: chairs, 120 pieces', ru: 'Опт: кресла, 120 штук' },
  { en: 'Wholesale: desks, spring delivery', ru: 'Опт: столы, весенняя поставка' },
  { en: 'Wholesale: lamps for a chain of hotels', ru: 'Опт: лампы для сети гостиниц' },
  { en: 'Wholesale: acoustic panels', ru: 'Опт: акустические панели' },
  { en: 'Wholesale: coffee, yearly volume', ru: 'Опт: кофе, годовой объём' },
  { en: 'Wholesale: shelving for care homes', ru: 'Опт: стеллажи для пансионатов' },
  { en: 'Wholesale: bar stools', ru: 'Опт: барные стулья' },
  { en: 'Wholesale: planters, mixed', ru: 'Опт: кашпо, разные' },
  { en: 'Wholesale: meeting booths', ru: 'Опт: переговорные кабины' },
]

export const INVOICE_SUBJECTS: readonly { en: string; ru: string }[] = [
  { en: 'prepayment', ru: 'предоплата' },
  { en: 'furniture', ru: 'мебель' },
  { en: 'delivery and assembly', ru: 'доставка и сборка' },
]
