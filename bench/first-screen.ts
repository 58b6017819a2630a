/**
 * What a person waits for, from the portal's page to a list or a picker that can be used: the app's pages side by side with
 * three floors, turn by turn, so that whatever else the machine does hits all alike. `npm run bench -- first-screen [runs]`.
 */
import type { PortalServer } from '@emulator/server'
import type { Contender } from './contenders'
import type { Measurement, Speed } from './measure-page'
import { chromium } from '@playwright/test'
import { startPortalServer } from '@emulator/server'
import { findBrowser } from '@scripts/find-browser'
import { launchOptions } from '@scripts/launch-options'
import { ORDER_BINDER } from '@scripts/order-binder-app'
import { buildFloors } from './build-floors'
import { readBytesByDependency } from './bytes-by-dependency'
import { CONTENDERS } from './contenders'
import { measurePage } from './measure-page'
import { median } from './median'
import { readWireSizes } from './wire-sizes'

const RUNS = Number(process.argv[3] ?? 5)

const SPEEDS: Speed[] = [
  { name: 'no throttle', cpu: 1 },
  { name: '4x CPU', cpu: 4 },
  // As slow as what the developer tools of Chrome call slow 4G.
  { name: '4x CPU, slow 4G', cpu: 4, network: { latency: 562, throughput: 180_000 } },
]

const COLUMNS: [title: string, key: keyof Measurement, digits: number][] = [
  ['ms', 'milliseconds', 0],
  ['kB br', 'kilobytes', 1],
  ['requests', 'requests', 0],
  ['levels', 'levels', 0],
  ['preflights', 'preflights', 0],
  ['CLS', 'shift', 3],
  ['longest task', 'longest', 0],
  ['INP', 'slowest', 0],
]

function printTable(speed: Speed, readings: ReadonlyMap<Contender, Measurement[]>): void {
  const medianOf = (contender: Contender | undefined, key: keyof Measurement) =>
    median((contender && readings.get(contender))?.map((one) => one[key]) ?? [])
  const floor = medianOf(CONTENDERS[1], 'milliseconds')
  console.log(`\n| ${speed.name} | ratio | ${COLUMNS.map(([title]) => title).join(' | ')} |`)
  console.log(`|---|${'---|'.repeat(COLUMNS.length + 1)}`)
  for (const contender of CONTENDERS) {
    const cells = COLUMNS.map(([, key, digits]) => medianOf(contender, key).toFixed(digits))
    const ratio = (medianOf(contender, 'milliseconds') / floor).toFixed(2)
    console.log(`| ${contender.name} | ${ratio} | ${cells.join(' | ')} |`)
  }
}

const startServer = ({ folder }: Contender): Promise<PortalServer> =>
  startPortalServer({
    port: 0,
    app: { kind: 'directory', path: folder },
    registration: ORDER_BINDER,
    settings: { mode: 'with-orders' },
  })

await buildFloors()
const { args, ...options } = launchOptions(findBrowser())
// The portal and the app are of different sites: each in its own process, as where people use them.
const browser = await chromium.launch({ ...options, args: [...args, '--site-per-process'] })
const servers = new Map(await Promise.all(CONTENDERS.map(async (one) => [one, await startServer(one)] as const)))
const wireSizes = new Map(CONTENDERS.map(({ folder }) => [folder, readWireSizes(folder)]))
console.log(`Medians of ${RUNS} runs, turn by turn, cold cache; ratios to the second floor.`)
for (const speed of SPEEDS) {
  const readings = new Map<Contender, Measurement[]>(CONTENDERS.map((contender) => [contender, []]))
  for (let run = 0; run < RUNS; run += 1)
    for (const [contender, server] of servers)
      readings.get(contender)?.push(
        await measurePage(browser, {
          server,
          contender,
          speed,
          wireSizes: wireSizes.get(contender.folder) ?? new Map(),
        }),
      )
  printTable(speed, readings)
}
await browser.close()
for (const server of servers.values()) await server.close()
for (const page of ['OwnerTab', 'OrderTab', 'MainPage']) {
  console.log(`\nScripts of ${page}, kB br by dependency:`)
  for (const { name, kilobytes } of await readBytesByDependency(page))
    console.log(`${kilobytes.toFixed(2).padStart(7)}  ${name}`)
}
