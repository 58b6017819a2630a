import type { Client, ClientRef, Customer } from '@/domain/customer'
import type { Ask } from './ask'
import type { ReadRow } from './row-fields'
import * as v from 'valibot'
import { clientKey } from '@/domain/customer'
import { asFailure } from '@/domain/failure'
import { ENTITY_TYPE } from '@contract/entity-types'
import { ABOUT_THIS_TYPE, absenceBy } from './absence'
import { id, optionalText } from './decode'
import { inPages } from './in-pages'
import { aRow, readableRowsUnder } from './row-fields'

/** Contacts and companies by name. */
export interface Clients {
  /** Reads clients, keyed by `clientKey`; every one is present. Never throws a failure. */
  read(refs: readonly ClientRef[]): Promise<ReadonlyMap<string, Client>>
}

/** A contact has two names, a company a title. @see api-reference/crm/universal/crm-item-list.md */
const FIELDS = { title: optionalText, name: optionalText, lastName: optionalText }
const SELECT: Record<ClientRef['type'], string[]> = { contact: ['id', 'name', 'lastName'], company: ['id', 'title'] }
const CLIENT_ROW = aRow(id, FIELDS)
const CLIENT_ROWS = readableRowsUnder('items', CLIENT_ROW)
const ONE_CLIENT = v.object({ item: CLIENT_ROW })
type ClientRow = ReadRow<number, typeof FIELDS>

function toClient(type: ClientRef['type'], { id: known, values, unreadable }: ClientRow): Client {
  const ref = { type, id: known }
  const name = type === 'company' ? values.title : [values.name, values.lastName].filter(Boolean).join(' ')
  if (name?.trim()) return { kind: 'named', ref, name }
  const isOdd = unreadable.some(({ field }) => SELECT[type].includes(field))
  return { kind: isOdd ? 'unread' : 'unnamed', ref }
}

/** Names of clients by `crm.item.list`, each type in pages of 50; `crm.item.get` says what became of those that it leaves out. */
export function createClients(ask: Ask): Clients {
  async function readOne(ref: ClientRef): Promise<Client> {
    const params = { entityTypeId: ENTITY_TYPE[ref.type], id: ref.id }
    try {
      const { result } = await ask({ method: 'crm.item.get', params, isProbe: true }, ONE_CLIENT)
      return toClient(ref.type, result.item)
    } catch (error) {
      const absence = absenceBy(asFailure(error))
      return { kind: absence === 'gone' ? 'deleted' : absence, ref }
    }
  }

  /** The clients that the list gives; `unread` where it could not be read. */
  async function readListed(type: ClientRef['type'], ids: number[]): Promise<Client[] | 'unread'> {
    const params = { entityTypeId: ENTITY_TYPE[type], select: SELECT[type], filter: { '@id': ids }, start: -1 }
    try {
      const { result } = await ask({ method: 'crm.item.list', params }, CLIENT_ROWS)
      return result.rows.map((row) => toClient(type, row))
    } catch (error) {
      return ABOUT_THIS_TYPE.includes(asFailure(error).kind) ? [] : 'unread'
    }
  }

  async function readPage(type: ClientRef['type'], ids: number[]): Promise<Client[]> {
    const listed = await readListed(type, ids)
    if (listed === 'unread') return ids.map((one) => ({ kind: 'unread', ref: { type, id: one } }))
    const leftOut = ids.filter((one) => !listed.some(({ ref }) => ref.id === one))
    return [...listed, ...(await Promise.all(leftOut.map((one) => readOne({ type, id: one }))))]
  }

  return {
    async read(refs) {
      const pages = (['company', 'contact'] as const).flatMap((type) =>
        inPages(refs.filter((ref) => ref.type === type).map((ref) => ref.id)).map((ids) => readPage(type, ids)),
      )
      const clients = (await Promise.all(pages)).flat()
      return new Map(clients.map((client) => [clientKey(client.ref), client]))
    },
  }
}

/** The customer that clients make, the first of each type standing for it: the company, with the contact beside it. */
export function toCustomer(refs: readonly ClientRef[], clients: ReadonlyMap<string, Client>): Customer {
  const main = (['company', 'contact'] as const).flatMap((type) => refs.find((ref) => ref.type === type) ?? [])
  const [first, ...others] = main.map((ref): Client => clients.get(clientKey(ref)) ?? { kind: 'unread', ref })
  return first ? { kind: 'clients', shown: [first, ...others], refs } : { kind: 'none' }
}
