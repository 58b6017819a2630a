import type { ScriptMessages } from './bridge-protocol'

/** Texts of the portal's pages. Names of stages, statuses and owner types are in the portal's data. */
interface PageMessages extends ScriptMessages {
  /** Language tag of these texts. */
  lang: string
  portal: string
  menu: string
  skip: string
  deals: string
  invoices: string
  orders: string
  applications: string
  crm: string
  title: string
  stage: string
  amount: string
  client: string
  number: string
  date: string
  status: string
  paid: string
  notPaid: string
  shipped: string
  notShipped: string
  cancelled: string
  yes: string
  no: string
  pipeline: string
  all: string
  general: string
  products: string
  tabs: string
  company: string
  contact: string
  created: string
  responsible: string
  closeDate: string
  accountNumber: string
  product: string
  price: string
  quantity: string
  payments: string
  shipments: string
  buyer: string
  none: string
  earlier: string
  later: string
  page: string
  noProducts: string
  noOrdersSection: string
  noOrdersSectionWhy: string
  noStoreRight: string
  notFound: string
  notFoundWhy: string
  notInstalled: string
  items: string
  relatedDeals: string
  actions: string
}

const ENGLISH: PageMessages = {
  lang: 'en',
  portal: 'Local portal',
  menu: 'Sections',
  skip: 'Skip to the page',
  deals: 'Deals',
  invoices: 'Invoices',
  orders: 'Orders',
  applications: 'Applications',
  crm: 'CRM',
  title: 'Title',
  stage: 'Stage',
  amount: 'Amount',
  client: 'Customer',
  number: 'Number',
  date: 'Date',
  status: 'Status',
  paid: 'Paid',
  notPaid: 'Not paid',
  shipped: 'Shipped',
  notShipped: 'Not shipped',
  cancelled: 'Cancelled',
  yes: 'Yes',
  no: 'No',
  pipeline: 'Pipeline',
  all: 'All',
  general: 'General',
  products: 'Products',
  tabs: 'Parts of the card',
  company: 'Company',
  contact: 'Contact',
  created: 'Created',
  responsible: 'Responsible',
  closeDate: 'Expected close date',
  accountNumber: 'Number',
  product: 'Product',
  price: 'Price',
  quantity: 'Quantity',
  payments: 'Payments',
  shipments: 'Shipments',
  buyer: 'Buyer',
  none: '—',
  earlier: 'Previous page',
  later: 'Next page',
  page: 'Page',
  noProducts: 'The order has no products.',
  noOrdersSection: 'This portal works without an Orders section',
  noOrdersSectionWhy: 'It runs in the "deals only" mode: orders are found in the deals that they belong to.',
  noStoreRight: 'You have no access to the online store.',
  notFound: 'Nothing is here',
  notFoundWhy: 'There is no such page or record on this portal, or it was deleted.',
  notInstalled: 'The application is not installed yet. Ask the portal administrator to finish its installation.',
  items: 'Items',
  relatedDeals: 'Deals',
  actions: 'Actions',
  close: 'Close',
  cancel: 'Cancel',
  choose: 'Choose',
  search: 'Search',
  loading: 'Loading…',
  nothingFound: 'Nothing found.',
  failed: 'The application could not be opened.',
  chooseUser: 'Choose a person',
  chooseAccess: 'Choose who has access',
  chooseCrm: 'Choose from CRM',
  allUsers: 'All people',
  app: 'Application',
  ok: 'OK',
  refreshRefused: 'The application did not get a new access token. Reload the page.',
  kinds: { lead: 'Leads', contact: 'Contacts', company: 'Companies', deal: 'Deals', quote: 'Estimates' },
}

const RUSSIAN: PageMessages = {
  lang: 'ru',
  portal: 'Локальный портал',
  menu: 'Разделы',
  skip: 'Перейти к странице',
  deals: 'Сделки',
  invoices: 'Счета',
  orders: 'Заказы',
  applications: 'Приложения',
  crm: 'CRM',
  title: 'Название',
  stage: 'Стадия',
  amount: 'Сумма',
  client: 'Клиент',
  number: 'Номер',
  date: 'Дата',
  status: 'Статус',
  paid: 'Оплачен',
  notPaid: 'Не оплачен',
  shipped: 'Отгружен',
  notShipped: 'Не отгружен',
  cancelled: 'Отменён',
  yes: 'Да',
  no: 'Нет',
  pipeline: 'Воронка',
  all: 'Все',
  general: 'Общие',
  products: 'Товары',
  tabs: 'Разделы карточки',
  company: 'Компания',
  contact: 'Контакт',
  created: 'Создано',
  responsible: 'Ответственный',
  closeDate: 'Предполагаемая дата закрытия',
  accountNumber: 'Номер',
  product: 'Товар',
  price: 'Цена',
  quantity: 'Количество',
  payments: 'Оплаты',
  shipments: 'Отгрузки',
  buyer: 'Покупатель',
  none: '—',
  earlier: 'Предыдущая страница',
  later: 'Следующая страница',
  page: 'Страница',
  noProducts: 'В заказе нет товаров.',
  noOrdersSection: 'На этом портале нет раздела «Заказы»',
  noOrdersSectionWhy: 'Он работает в режиме «только сделки»: заказы видны в сделках, к которым они относятся.',
  noStoreRight: 'У вас нет доступа к интернет-магазину.',
  notFound: 'Здесь ничего нет',
  notFoundWhy: 'На этом портале нет такой страницы или записи, либо она удалена.',
  notInstalled: 'Приложение ещё не установлено. Попросите администратора портала завершить установку.',
  items: 'Элементы',
  relatedDeals: 'Сделки',
  actions: 'Действия',
  close: 'Закрыть',
  cancel: 'Отмена',
  choose: 'Выбрать',
  search: 'Поиск',
  loading: 'Загрузка…',
  nothingFound: 'Ничего не найдено.',
  failed: 'Не удалось открыть приложение.',
  chooseUser: 'Выберите сотрудника',
  chooseAccess: 'Выберите, кому открыть доступ',
  chooseCrm: 'Выберите из CRM',
  allUsers: 'Все сотрудники',
  app: 'Приложение',
  ok: 'ОК',
  refreshRefused: 'Приложение не получило новый ключ доступа. Обновите страницу.',
  kinds: { lead: 'Лиды', contact: 'Контакты', company: 'Компании', deal: 'Сделки', quote: 'Предложения' },
}

/** Gives the texts of the portal's pages in a language; English for languages that the pages do not speak. */
export function pageMessages(language: string): PageMessages {
  return language === 'ru' ? RUSSIAN : ENGLISH
}
