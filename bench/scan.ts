/**
 * What the search for orders without an owner asks of a portal with 20,000 orders: `npm run bench -- scan`. Beside it a program that
 * reads all orders and all bindings page by page, as there is no filter for it. Requests and commands; the portal's rate limit, two
 * requests a second once fifty are used up, is what either waits for in the end.
 */
import type { LocalPortal } from '@emulator/portal/state'
import { createPortal } from '@/portal/create-portal'
import { createPortal as createLocalPortal } from '@emulator/create-portal'
import { createInProcessTransport } from '@tests/support/in-process-transport'

const PAGE_SIZE = 50
const BUCKET = { size: 50, aSecond: 2 }

interface Asked {
  found: number
  requests: number
  commands: number
  /** Milliseconds at work, the local portal's own included. */
  work: number
}

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function commandsOf({ method, params }: { method: string; params: Record<string, unknown> }): number {
  return method === 'batch' && isMap(params.cmd) ? Object.keys(params.cmd).length : 1
}

async function measure(local: LocalPortal, search: (transport: Transport) => Promise<number>): Promise<Asked> {
  const transport = createInProcessTransport(local)
  const before = process.cpuUsage()
  const found = await search(transport)
  const { user, system } = process.cpuUsage(before)
  const commands = transport.requests.reduce((sum, request) => sum + commandsOf(request), 0)
  return { found, requests: transport.requests.length, commands, work: (user + system) / 1000 }
}

type Transport = ReturnType<typeof createInProcessTransport>

/** The app's own search. */
async function scan(transport: Transport): Promise<number> {
  const search = createPortal(transport).orders.scan({ wanted: 'without-owner' })
  let found = 0
  for (let isDone = false; !isDone;) {
    const step = await search.next()
    found += step.found.length
    isDone = step.isDone
  }
  return found
}

function idsIn(result: unknown, wrapper: string, name: string): number[] {
  const rows = isMap(result) ? result[wrapper] : undefined
  return Array.isArray(rows) ? rows.map((row: unknown) => (isMap(row) ? Number(row[name]) : 0)) : []
}

/** Reads all pages of a list, one request each. */
async function readAll(transport: Transport, method: string, names: [wrapper: string, id: string]): Promise<number[]> {
  const ids: number[] = []
  for (let start = 0; ; start += PAGE_SIZE) {
    const { result, next } = await transport.call({ method, params: { start } })
    ids.push(...idsIn(result, ...names))
    if (next === undefined) return ids
  }
}

async function readEverything(transport: Transport): Promise<number> {
  const orders = await readAll(transport, 'sale.order.list', ['orders', 'id'])
  const bound = new Set(await readAll(transport, 'crm.orderentity.list', ['orderEntity', 'orderId']))
  return orders.filter((id) => !bound.has(id)).length
}

/** Seconds that the rate limit alone takes. */
const secondsAtLeast = ({ requests }: Asked) => Math.max(0, requests - BUCKET.size) / BUCKET.aSecond

function toLine(name: string, asked: Asked): string {
  const figures = [asked.found, asked.requests, asked.commands, asked.work.toFixed(0), secondsAtLeast(asked).toFixed(0)]
  return `${name.padEnd(34)}${figures.map((figure) => String(figure).padStart(10)).join('')}`
}

const local = createLocalPortal({ settings: { rows: 'large', rateLimit: false, operatingLimit: false } })
console.log(`${local.data.orders.size} orders, ${local.data.bindings.size} of them have an owner.\n`)
console.log(
  `${''.padEnd(34)}${['found', 'requests', 'commands', 'ms work', 's by rate'].map((head) => head.padStart(10)).join('')}`,
)
console.log(toLine('the app', await measure(local, scan)))
console.log(toLine('all orders, all bindings', await measure(local, readEverything)))
