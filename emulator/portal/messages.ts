/** The portal's own words, by language. Languages without an entry speak English, as a portal without a translation does. */

interface Messages {
  types: Record<string, string>
  dynamicType: string
  categories: { sales: string; wholesale: string; invoices: string; contracts: string }
  dealStages: readonly [string, string, string, string, string, string, string]
  wholesaleStages: readonly [string, string, string, string, string]
  invoiceStages: readonly [string, string, string, string]
  contractStages: readonly [string, string, string, string]
  leadStages: readonly [string, string, string, string, string]
  orderStatuses: Record<string, { name: string; description: string }>
  orderTitle: (accountNumber: string) => string
  invoiceTitle: (accountNumber: string) => string
  elementMissing: string
  smartProcessMissing: string
  readDenied: string
  typeNotSupported: (name: string) => string
  paySystems: readonly [string, string, string]
  deliveries: readonly [string, string, string]
  properties: { name: string; email: string; phone: string }
  cancelReason: string
  orderNote: string
}

const EN: Messages = {
  types: {
    LEAD: 'Lead',
    DEAL: 'Deal',
    CONTACT: 'Contact',
    COMPANY: 'Company',
    INVOICE: 'Invoice (old version)',
    SMART_INVOICE: 'Invoice',
    QUOTE: 'Quote',
    REQUISITE: 'Billing Details',
    ORDER: 'Order',
    SMART_DOCUMENT: 'Document',
    SMART_B2E_DOC: 'Company Document',
  },
  dynamicType: 'Service contract',
  categories: { sales: 'Sales', wholesale: 'Wholesale', invoices: 'General', contracts: 'General' },
  dealStages: [
    'New',
    'Document preparation',
    'Prepayment invoice',
    'In progress',
    'Final invoice',
    'Deal won',
    'Deal lost',
  ],
  wholesaleStages: ['Request', 'Price agreed', 'Shipping', 'Won', 'Lost'],
  invoiceStages: ['New', 'Sent to customer', 'Paid', 'Not paid'],
  contractStages: ['Draft', 'Active', 'Finished', 'Cancelled'],
  leadStages: ['Not processed', 'In progress', 'Processed', 'Good lead', 'Poor lead'],
  orderStatuses: {
    N: { name: 'Accepted, awaiting payment', description: 'The order is accepted and not yet processed' },
    P: { name: 'Paid, preparing for shipment', description: 'The order is paid' },
    S: { name: 'Sent', description: 'The order is on its way' },
    D: { name: 'Cancelled', description: 'The order was cancelled' },
    F: { name: 'Completed', description: 'The order is delivered and paid' },
    DN: { name: 'Awaiting processing', description: '' },
    DF: { name: 'Shipped', description: '' },
  },
  orderTitle: (accountNumber) => `Order No. ${accountNumber}`,
  invoiceTitle: (accountNumber) => `Invoice No. ${accountNumber}`,
  elementMissing: 'Element not found',
  smartProcessMissing: 'Smart process not found',
  readDenied: 'Access denied',
  typeNotSupported: (name) => `Entity type \`${name}\` is not supported`,
  paySystems: ['Bank card', 'Bank transfer', 'Cash on delivery'],
  deliveries: ['Courier', 'Parcel service', 'Pickup'],
  properties: { name: 'Full name', email: 'E-mail', phone: 'Phone' },
  cancelReason: 'Customer changed the plan',
  orderNote: 'Please call before delivery',
}

const RU: Messages = {
  types: {
    LEAD: 'Лид',
    DEAL: 'Сделка',
    CONTACT: 'Контакт',
    COMPANY: 'Компания',
    INVOICE: 'Счёт (старая версия)',
    SMART_INVOICE: 'Счёт',
    QUOTE: 'Предложение',
    REQUISITE: 'Реквизиты',
    ORDER: 'Заказ',
    SMART_DOCUMENT: 'Документ',
    SMART_B2E_DOC: 'Документ компании',
  },
  dynamicType: 'Договор обслуживания',
  categories: { sales: 'Продажи', wholesale: 'Опт', invoices: 'Общее', contracts: 'Общее' },
  dealStages: [
    'Новая',
    'Подготовка документов',
    'Счёт на предоплату',
    'В работе',
    'Финальный счёт',
    'Сделка успешна',
    'Сделка провалена',
  ],
  wholesaleStages: ['Запрос', 'Цена согласована', 'Отгрузка', 'Успешно', 'Провалено'],
  invoiceStages: ['Новый', 'Отправлен клиенту', 'Оплачен', 'Не оплачен'],
  contractStages: ['Черновик', 'Действует', 'Завершён', 'Отменён'],
  leadStages: ['Не обработан', 'В работе', 'Обработан', 'Качественный лид', 'Некачественный лид'],
  orderStatuses: {
    N: { name: 'Принят, ожидается оплата', description: 'Заказ принят, но ещё не обрабатывается' },
    P: { name: 'Оплачен, готовится к отправке', description: 'Заказ оплачен' },
    S: { name: 'Отправлен', description: 'Заказ в пути' },
    D: { name: 'Отменён', description: 'Заказ отменён' },
    F: { name: 'Выполнен', description: 'Заказ доставлен и оплачен' },
    DN: { name: 'Ожидает обработки', description: '' },
    DF: { name: 'Отгружен', description: '' },
  },
  orderTitle: (accountNumber) => `Заказ №${accountNumber}`,
  invoiceTitle: (accountNumber) => `Счёт №${accountNumber}`,
  elementMissing: 'Элемент не найден',
  smartProcessMissing: 'Смарт-процесс не найден',
  readDenied: 'Доступ запрещён',
  typeNotSupported: (name) => `Тип сущности \`${name}\` не поддерживается`,
  paySystems: ['Банковская карта', 'Банковский перевод', 'Наличные при получении'],
  deliveries: ['Курьер', 'Служба доставки', 'Самовывоз'],
  properties: { name: 'Ф.И.О.', email: 'E-mail', phone: 'Телефон' },
  cancelReason: 'Клиент передумал',
  orderNote: 'Позвоните перед доставкой',
}

/** Languages in which the portal has words of its own. */
export const MESSAGE_LANGUAGES = ['en', 'ru'] as const

/** Gives the portal's words in a language; English where it has none. */
export function messagesOf(language: string): Messages {
  return language === 'ru' ? RU : EN
}
