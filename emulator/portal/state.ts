import type { CrmCategoryListResult, CrmClientRow, CrmItemRow, CrmStatusRow, CrmTypeRow } from '@contract/crm-items'
import type { EventHandlerRow } from '@contract/events'
import type {
  OrderBasketRow,
  OrderPaymentRow,
  OrderPropertyRow,
  OrderShipmentRow,
  OrderTradeBindingRow,
} from '@contract/order-documents'
import type { OrderClientRow, OrderRow } from '@contract/orders'
import type { PlacementTexts } from '@contract/placements'
import type { PhpMap } from '@contract/rest'
import type { AppRegistration } from './app-registration'
import type { AppStorage } from './app-storage'
import type { ActiveFault } from './fault'
import type { LoggedCall } from './logged-call'
import type { PortalSettings } from './portal-settings'
import type { BeforeCommand, RequestRef } from './requests'
import type { StoredProductRow } from './stored-product-row'

/** A row of which the portal keeps these fields at least; those that are not kept get what is usual when they are asked for. */
type KeptRow<Row, Kept extends keyof Row> = Pick<Row, Kept> & Partial<Row>

/** One order with what `sale.order.get` shows under it. */
export interface StoredOrder extends OrderRow {
  basketItems: KeptRow<OrderBasketRow, 'id' | 'orderId' | 'name' | 'price' | 'quantity' | 'currency' | 'xmlId'>[]
  clients: OrderClientRow[]
  payments: KeptRow<
    OrderPaymentRow,
    'id' | 'orderId' | 'accountNumber' | 'paid' | 'sum' | 'currency' | 'paySystemName'
  >[]
  propertyValues: OrderPropertyRow[]
  requisiteLink: PhpMap<number>
  shipments: KeptRow<
    OrderShipmentRow,
    'id' | 'orderId' | 'accountNumber' | 'deducted' | 'deliveryName' | 'priceDelivery' | 'currency'
  >[]
  tradeBindings: KeptRow<OrderTradeBindingRow, 'id' | 'orderId' | 'tradingPlatformId' | 'externalOrderId'>[]
}

/** The right to the store module: none, read, or write. */
export type StoreRight = 'D' | 'U' | 'W'

export interface PortalUser {
  id: number
  name: string
  lastName: string
  position: string
  /** Administrator of the whole portal. */
  isAdmin: boolean
  /** May install apps without being an administrator; administrators may anyway. */
  mayInstall?: boolean
  storeRight: StoreRight
  /** As `Europe/Berlin`: dates on the portal's pages are shown in it. Absent for a person who has set none. */
  timeZone?: string
}

export interface BindingOwner {
  ownerId: number
  ownerTypeId: number
}

/** What the portal stores about its business. Everything here is made by `seed/` and changed by REST methods. */
export interface PortalData {
  /** CRM objects by entity type id, then by id: 2 deals, 31 smart invoices, ≥ 128 dynamic types. */
  items: Map<number, Map<number, CrmItemRow>>
  contacts: Map<number, CrmClientRow>
  companies: Map<number, CrmClientRow>
  orders: Map<number, StoredOrder>
  /** Owner by order id: an order has at most one. */
  bindings: Map<number, BindingOwner>
  /** Product rows of CRM objects, by their own ids. */
  productRows: Map<number, StoredProductRow>
  categories: CrmCategoryListResult['categories']
  statuses: CrmStatusRow[]
  types: CrmTypeRow[]
  samples: Samples
}

/** Rows of the sample that tests and the README speak of, by name. */
export type Samples = Record<string, { orderId?: number; ownerId?: number; ownerTypeId?: number }>

export interface TokenRecord {
  userId: number
  accessToken: string
  refreshToken: string
  /** Milliseconds since the epoch. */
  expiresAt: number
  /** Milliseconds since the epoch: 180 days after the token was made. */
  refreshableUntil: number
}

/** A frame that was opened: whom it belongs to and the tokens that it holds now. */
export interface OpenedFrame {
  userId: number
  placement: string
  tokens: TokenRecord
}

/** An incoming webhook, `/rest/<user>/<secret>/<method>`: whom it acts for, its secret code, what it may use. */
export interface Webhook {
  /** Id of a person. */
  user: number
  secret: string
  scopes: readonly string[]
}

export interface InstalledApp {
  id: number
  clientId: string
  /** Known to servers only, for the renewal of tokens. */
  clientSecret: string
  title: string
  scopes: string[]
  /** Address of the page that every placement opens. */
  handler: string
  /** Address of the installer page; an app without one needs no installation. */
  installer?: string
  isInstalled: boolean
  /** Placements that the portal's pages show, with their tab titles by language. */
  placements: {
    code: string
    handler: string
    titles: Record<string, string>
    /** What was registered with it; `height` is the frame's own, in pixels. @see api-reference/widgets/user-field/userfieldtype-add.md */
    options?: Record<string, unknown>
    /** What `placement.bind` was told, by language; absent for placements of the registration. */
    texts?: Record<string, PlacementTexts>
    /** The one person who shall see it; absent or 0 for everybody. */
    userId?: number
  }[]
  options: Record<string, unknown>
  /** Options by user id. */
  userOptions: Map<number, Record<string, unknown>>
  /** What the app keeps with `entity.*`, by the storage's code. */
  storages: Map<string, AppStorage>
  /** Handlers of events, which are kept and never called. */
  eventHandlers: EventHandlerRow[]
}

/** The portal's clock: the real one, moved, or stopped at a moment. Milliseconds. */
export interface PortalClock {
  movedMs: number
  heldAt?: number
}

/** What one source address has added to its bucket, and when the portal last counted. */
interface BucketLevel {
  level: number
  at: number
}

/** Run time of one method in one minute. */
export interface MinuteUsage {
  /** When the first call of the minute came: its usage expires ten minutes later. */
  firstAt: number
  seconds: number
}

/** What the portal keeps of requests, to limit them. */
export interface LimitRecords {
  /** By source address. */
  buckets: Map<string, BucketLevel>
  /** By app or webhook and method, oldest first. */
  usage: Map<string, MinuteUsage[]>
}

/** A row that the portal completes as it completes one that is added by REST. */
export type StartRow<Row> = Partial<Row> & { id: number }

/** A product row that the portal completes; `ownerTypeId` is an entity type id. */
type StartProductRow = Pick<StoredProductRow, 'id' | 'ownerId' | 'ownerTypeId'> & Partial<StoredProductRow>

/** Rows that a portal has from the first moment on, as it stores them, beside those of its sample or in their place by id. */
export interface StartRows {
  /** By entity type id: 2 deals, 31 smart invoices, 1038 the dynamic type of the sample. */
  items?: Record<number, StartRow<CrmItemRow>[]>
  contacts?: StartRow<CrmClientRow>[]
  companies?: StartRow<CrmClientRow>[]
  orders?: StartRow<StoredOrder>[]
  /** Product rows of these items, or of items of the sample. */
  productRows?: StartProductRow[]
  /** Owners of orders; `ownerTypeId` is an entity type id. */
  bindings?: ({ orderId: number } & BindingOwner)[]
}

/** What a portal was made with: a reset makes it so again. */
export interface PortalStart {
  settings: PortalSettings
  registration: AppRegistration
  /** Address of the app's page. */
  handler: string
  people: readonly PortalUser[]
  rows: StartRows
  beforeCommand?: BeforeCommand
  clock: PortalClock
  /** Milliseconds that the sample's dates were moved by. */
  sampleShiftMs: number
}

/** One change of a binding, whoever made it. */
export interface BindingRecord {
  /** Milliseconds since the epoch, by the portal's clock. */
  at: number
  orderId: number
  before: BindingOwner | null
  after: BindingOwner | null
  /** Id of the person who called; `null` for a change past the REST interface. */
  user: number | null
  /** By which request; `null` for a change past the REST interface. */
  request: RequestRef | null
}

/** A running local portal: plain values, no HTTP and no Node. */
export interface LocalPortal {
  readonly start: PortalStart
  readonly webhooks: readonly Webhook[]
  settings: PortalSettings
  users: PortalUser[]
  data: PortalData
  app: InstalledApp
  /** Newest last. */
  tokens: TokenRecord[]
  /** Opened frames by sid. */
  frames: Map<string, OpenedFrame>
  faults: ActiveFault[]
  log: LoggedCall[]
  /** Changes of bindings since the portal was made or reset, oldest first. */
  bindingHistory: BindingRecord[]
  limits: LimitRecords
  clock: PortalClock
  /** Origin of the portal's pages and REST interface: `http://localhost:5173`. */
  origin: string
  /** Milliseconds since the epoch. */
  now(): number
  /** Told of a mistake in a method: what is thrown there and is no refusal. */
  reportError?: (error: unknown) => void
  /** Lets a test act between two commands of a batch. */
  beforeCommand?: BeforeCommand
  /** The request whose method runs at this moment. */
  request: RequestRef | null
  /** A fresh id that no stored row has. */
  nextId(): number
  /** 32 hexadecimal characters; repeatable for the same seed and order of calls. */
  randomHex(): string
}
