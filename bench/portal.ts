/** What a program waits for: until the big local portal is there, and for a page of each of its lists. In CPU time, so that a busy machine measures the same. */
import { openSession } from '@emulator/calls/identity'
import { answerRest } from '@emulator/rest/answer-rest'
import { METHODS } from '@emulator/rest/method-table'
import { startPortalServer } from '@emulator/server'
import { median } from './median'

const RUNS = 15
/** What a list has to be told, by its name in lower case. */
const PARAMS: Record<string, Record<string, unknown>> = {
  'crm.item.list': { entityTypeId: 2 },
  'crm.category.list': { entityTypeId: 2 },
  'crm.item.productrow.list': { filter: { '=ownerType': 'D', '=ownerId': 202 } },
}

/** Milliseconds at work since then. */
function workSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const start = process.cpuUsage()
const { portal, close } = await startPortalServer({
  port: 0,
  app: { kind: 'address', handler: 'http://127.0.0.1:9/' },
  registration: { scopes: ['crm', 'sale', 'user', 'placement', 'entity'] },
  settings: { rows: 'large', rateLimit: false, operatingLimit: false },
  isSampleLive: true,
})
console.log(`The portal with 20,000 orders: ${Math.round(workSince(start))} ms until it listens (2000 are wanted).\n`)

/** Reads one page, in milliseconds. */
async function readPage(method: string, token: string): Promise<number> {
  const begin = process.cpuUsage()
  const params = { ...PARAMS[method], start: 50 }
  const answer = await answerRest(portal, { method, params, credentials: { kind: 'token', token } })
  if (answer.kind !== 'answer' || answer.status !== 200) throw new Error(`${method} was refused.`)
  return workSince(begin)
}

const { accessToken } = openSession(portal, 1)
const lists = [...METHODS.keys()].filter((method) => method.endsWith('.list'))
console.log(`Median of ${RUNS} pages, in ms (20 are wanted once warm).\n`)
console.log('list                               first    warm')
for (const method of lists) {
  const times: number[] = []
  for (let run = 0; run <= RUNS; run += 1) times.push(await readPage(method, accessToken))
  const [first = Number.NaN, ...warm] = times
  console.log(`${method.padEnd(32)} ${first.toFixed(1).padStart(7)} ${median(warm).toFixed(1).padStart(7)}`)
}
await close()
