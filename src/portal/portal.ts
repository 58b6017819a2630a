import type { Binding } from '@/domain/binding'
import type { Wish } from '@/domain/change'
import type { ClientRef, Customer } from '@/domain/customer'
import type { PortalFailure } from '@/domain/failure'
import type { Found, OfCustomers } from '@/domain/found'
import type { OrderId, OwnerTypeId } from '@/domain/id'
import type { Order, OrderDocuments, OrderStatus } from '@/domain/order'
import type { OrderContents } from '@/domain/order-contents'
import type { Owner, OwnerDetails, OwnerRef, OwnerState } from '@/domain/owner'
import type { OwnerType, OwnerWord } from '@/domain/owner-type'
import type { Cursor, Page } from '@/domain/page'
import type { Session, Theme, WriteRight } from '@/domain/session'
import type { OrderSuggestions } from '@/domain/suggested-orders'
import type { OwnerSuggestions } from '@/domain/suggested-owners'
import type { Administration } from './administration'
import type { OrderQuery, OrderScan, ScanQuery, UnboundTotals } from './order-queries'
import type { Records } from './records'
import type { WriteAnswer, WriteOptions } from './write-answer'

export interface OwnerQuery {
  typeId: OwnerTypeId
  /** A part of the title, or an id; nothing given means the newest owners. */
  text?: string
  /** `next` of the page before; none for the first page. */
  cursor?: Cursor
}

/** One page of an owner's orders, newest first. `orders`: some of them, the first ones; the others are to be read by id. */
export interface OwnedOrders extends Page<Binding> {
  orders: ReadonlyMap<OrderId, Order>
}

/** One order and whom it belongs to; each is a failure where it could not be read. */
export interface OrderWithOwner {
  /** Absent where the portal has no such order for this person. */
  order: Order | undefined | PortalFailure
  /** `unread` where only its reference is known so far. */
  owner: OwnerState | null | PortalFailure
}

/** One page of found orders. `bindings`: those of some of them; of the others it is not known whether they have an owner. */
export interface FoundWithOwners extends Page<Found<Order>> {
  bindings: Binding[]
}

/**
 * Everything that the app may ask of Bitrix24, in terms of the domain. Reads that are asked for in the same tick travel as one
 * batch; every write is sent once. Every function throws `PortalFailure` and nothing else.
 */
export interface Portal extends Administration, Records {
  readonly session: Session

  readonly ownerTypes: {
    /** Reads the types that may own an order, in the portal's order. @see crm.enum.getorderownertypes */
    read(): Promise<OwnerType[]>
    /** Tells whether the app can search and read owners of this type. */
    isSearchable(typeId: OwnerTypeId): boolean
    /** Where the portal shows the cards of this type; nothing where it shows none. */
    cardFolderOf(typeId: OwnerTypeId): string | undefined
    /** What texts call an owner of this type. */
    wordOf(typeId: OwnerTypeId): OwnerWord
  }

  readonly orders: {
    /**
     * Finds orders in pages of about 50: what was typed exactly first, then ids, then what starts so and what contains it, each newest
     * first; the newest orders where nothing was typed. The first page is one request in most cases. @throws no-read-right, no-store
     */
    find(query: OrderQuery): Promise<Page<Found<Order>>>
    /** The same, with owners of the first ones in the same request. @throws no-read-right, no-store */
    findWithOwners(query: OrderQuery): Promise<FoundWithOwners>
    /** Finds the newest orders of customers who are called so; none where a number was typed. */
    findOfCustomers(query: OrderQuery): Promise<OfCustomers<Order>>
    /**
     * Suggests orders to bring to an owner, in groups, each with its reasons. What could not be read gives no reason.
     * @throws any kind of reading where there is nothing to suggest from
     */
    suggestFor(owner: OwnerRef): Promise<OrderSuggestions[]>
    /** Reads the given orders, keyed by id; those that do not exist are absent. Any number, in pages of 50. */
    read(ids: readonly OrderId[]): Promise<ReadonlyMap<OrderId, Order>>
    /** Finds the ids of all exact numbers, two at least of one that many orders have. @throws unreadable where an id is */
    findByNumbers(numbers: readonly string[]): Promise<ReadonlyMap<string, readonly OrderId[]>>
    /** Counts orders, and those that have an owner: one request. @throws unreadable where the portal does not count */
    countUnbound(): Promise<UnboundTotals>
    /** Counts the orders that match; nothing where the portal does not count. What was typed is left aside. */
    count(query: OrderQuery): Promise<number | undefined>
    /** Makes a search, newest first, that looks at every order. Asks for nothing by itself. */
    scan(query: ScanQuery): OrderScan
    /** Reads one page of the orders of an owner, with the total and the first ten of the orders, in one request. */
    readOfOwner(owner: OwnerRef, cursor?: Cursor): Promise<OwnedOrders>
    /** Reads an order and its owner, in one request. Never throws a failure. */
    readWithOwner(id: OrderId): Promise<OrderWithOwner>
    /** Reads whether there is such an order; `unread` where the portal does not say. Never throws a failure. */
    readPresence(id: OrderId): Promise<'present' | 'gone' | 'unread'>
    /** Reads the customers of the given orders, keyed by id; every one is present. Never throws a failure. */
    readCustomers(ids: readonly OrderId[]): Promise<ReadonlyMap<OrderId, Customer>>
    /** Counts the documents that come along when the order moves. @throws order-gone */
    readDocuments(id: OrderId): Promise<OrderDocuments>
    /** Address of the order's card, for a link; nothing where the portal shows no cards of orders. */
    cardPath(id: OrderId): string | undefined
    /** Reads products, payments and shipments, in one request. @throws order-gone */
    readContents(id: OrderId): Promise<OrderContents>
    /** Reads the portal's order statuses in its order, named in the person's language. */
    readStatuses(): Promise<OrderStatus[]>
  }

  readonly clients: {
    /** Address of a contact's or company's card in the portal, for a link. */
    cardPath(ref: ClientRef): string
  }

  readonly owners: {
    /**
     * Finds owners of one type in pages of about 50: ids first, then titles that are so, start so and have every word, each newest
     * first; the newest owners where nothing was typed. Owners that the person may not see are absent.
     */
    find(query: OwnerQuery): Promise<Page<Found<Owner>>>
    /** Finds the newest owners of one type whose customers are called so; none where an id was typed. */
    findOfCustomers(query: OwnerQuery): Promise<OfCustomers<Owner>>
    /**
     * Suggests owners of one type for an order, in groups, each with its reasons. What could not be read gives no reason.
     * @throws any kind of reading where there is nothing to suggest from
     */
    suggestFor(orderId: OrderId, typeId: OwnerTypeId): Promise<OwnerSuggestions[]>
    /** Reads the given owners, keyed by `ownerKey`; each is present, hidden or gone, never absent. */
    read(refs: readonly OwnerRef[]): Promise<ReadonlyMap<string, OwnerState>>
    /** Reads those of the given owners that a list shows, keyed by `ownerKey`: of the others nothing is known. In pages of 50. */
    readListed(refs: readonly OwnerRef[]): Promise<ReadonlyMap<string, Owner>>
    /** Reads stages and customers, keyed by `ownerKey`; every owner is present. Never throws a failure. */
    readDetails(owners: readonly Owner[]): Promise<ReadonlyMap<string, OwnerDetails>>
    /**
     * Reads whether an owner exists, and nothing else of it; `unread` where the portal does not say.
     * @throws busy
     */
    readPresence(ref: OwnerRef): Promise<OwnerState['kind']>
    /** The portal's name for a type that it does not list as an owner type, or nothing. */
    readTypeName(typeId: OwnerTypeId): Promise<string | undefined>
    /** Address of the owner's card in the portal, for a link. */
    cardPath(ref: OwnerRef): string | undefined
  }

  readonly bindings: {
    /** Reads the owner of each given order, keyed by order id; orders without an owner are absent. In pages of 50. */
    readOfOrders(ids: readonly OrderId[]): Promise<ReadonlyMap<OrderId, OwnerRef>>
    /** Resolves when this person may read who owns orders. @throws no-read-right, and any kind of reading */
    requireReadRight(): Promise<void>
    /** Reads one page of the orders of an owner, newest order first, with the total. */
    readOfOwner(owner: OwnerRef, cursor?: Cursor): Promise<Page<Binding>>
    /**
     * Makes ready to move an order away from this owner only while it is there, where the app is set to do so. To be called before
     * the person is asked. Never throws a failure.
     */
    prepareMove(binding: Binding): Promise<void>
    /**
     * Writes what is wished, once; the same request reads the binding right before and right after.
     * An unbind needs to know the owner that it removes.
     * @throws any kind where the request as a whole failed, or the reading before the write was refused, which stops it;
     * `changed` says whether the write may have run
     */
    write(wish: Wish, before: OwnerRef | null, options?: WriteOptions): Promise<WriteAnswer>
    /** Finds out whether this person may change bindings, by a call that cannot write. Never throws. */
    readWriteRight(): Promise<WriteRight>
  }

  readonly profile: {
    /** The person's time zone, as `Europe/Berlin`; nothing where they have set none. Any text: not every browser knows it. */
    readTimeZone(): Promise<string | undefined>
    /** Tells whether the person is an administrator of the portal; the session's own flag also means "may install". */
    isAdministrator(): Promise<boolean>
  }

  readonly frameWindow: {
    /** Tells the portal how high the page is, in CSS pixels. */
    setHeight(height: number): void
    /** Ends the installation: the portal opens the app in the place of this page. There is no answer to wait for. */
    finishInstall(): void
  }

  readonly links: {
    /** Opens a page of the portal over this one. */
    openPath(path: string): Promise<'closed' | 'unavailable'>
    /** Makes an address for a link that works outside the frame too. */
    addressOf(path: string): string
  }

  readonly options: {
    /** The owners this person chose lately, newest first, at most 8. Ids only. */
    readRecentOwners(): OwnerRef[]
    /** Remembers the choice for this person, on the portal. */
    rememberOwner(ref: OwnerRef): void
    /** The look that this person chose; nothing where it follows the browser. */
    readTheme(): Theme | undefined
    /** Remembers the look for this person, on the portal. */
    rememberTheme(theme: Theme | undefined): void
  }
}
