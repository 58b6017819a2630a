import type { Ask } from './ask'
import * as v from 'valibot'
import { ENTITY_TYPE } from '@contract/entity-types'
import { ifReadable } from './ask'
import { id, optionalText, rowsUnder } from './decode'
import { inPages } from './in-pages'

/** A CRM contact (3) or company (4). */
export interface ClientRef {
  entityTypeId: number
  id: number
}

/** Names of contacts and companies. */
export interface Customers {
  /** Reads names, keyed by `clientKey`. Who cannot be read is absent: a name only decorates. Never throws a failure. */
  readNames(clients: readonly ClientRef[]): Promise<ReadonlyMap<string, string>>
}

/** Gives one string per client. */
export function clientKey(client: ClientRef): string {
  return `${client.entityTypeId}:${client.id}`
}

const CLIENTS = rowsUnder('items', v.object({ id, name: optionalText, lastName: optionalText, title: optionalText }))
type ClientRow = v.InferOutput<typeof CLIENTS>[number]

/** A contact has two names, a company a title. @see api-reference/crm/universal/crm-item-list.md */
const FIELDS: Record<number, string[]> = {
  [ENTITY_TYPE.contact]: ['id', 'name', 'lastName'],
  [ENTITY_TYPE.company]: ['id', 'title'],
}

function nameOf({ title, name, lastName }: ClientRow): string {
  return title ?? [name, lastName].filter(Boolean).join(' ')
}

/** Names of customers by `crm.item.list`, each type in pages of 50. */
export function createCustomers(ask: Ask): Customers {
  async function readPage(entityTypeId: number, ids: number[]): Promise<[string, string][]> {
    const params = { entityTypeId, select: FIELDS[entityTypeId], filter: { '@id': ids }, start: -1 }
    const { result } = await ask({ method: 'crm.item.list', params }, CLIENTS)
    return result.map((row) => [clientKey({ entityTypeId, id: row.id }), nameOf(row)])
  }

  return {
    async readNames(clients) {
      const pages = Object.keys(FIELDS)
        .map(Number)
        .flatMap((entityTypeId) => {
          const ids = clients.filter((client) => client.entityTypeId === entityTypeId).map((client) => client.id)
          return inPages(ids).map((page) => ifReadable(readPage(entityTypeId, page), []))
        })
      const names = (await Promise.all(pages)).flat()
      return new Map(names.filter(([, name]) => name !== ''))
    },
  }
}
