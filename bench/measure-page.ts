import type { IncomingMessage } from 'node:http'
import type { Browser, CDPSession, Frame, Page } from '@playwright/test'
import type { PortalServer } from '@emulator/server'
import type { Contender } from './contenders'
import { brotliCompressSync } from 'node:zlib'
import { countLevels } from './levels'

/** How much slower than this machine, and through which network. */
export interface Speed {
  name: string
  cpu: number
  /** Milliseconds there and back, and bytes a second; absent for the loopback as it is. */
  network?: { latency: number; throughput: number }
}

export interface Measurement {
  /** From the address to the usable screen. */
  milliseconds: number
  kilobytes: number
  requests: number
  /** Requests that waited for the answer of another. */
  levels: number
  preflights: number
  shift: number
  /** The longest task and the slowest answer to a click, in milliseconds. */
  longest: number
  slowest: number
}

/** What `in-page.js` leaves in the window. */
interface Noted {
  usableAt?: number
  shift: number
  longest: number
  slowest: number
  calls: { start: number; end: number }[]
}

const LIMIT_MS = 60_000
const PAUSE_MS = 50
/** The browser tells of a click when the next frame is painted. */
const AFTER_CLICK_MS = 1_500

/** Opens the page of a contender in a browser without a cache and waits until it can be used. */
export async function measurePage(
  browser: Browser,
  { url, appUrl, portal, http }: PortalServer,
  { contender, speed }: { contender: Contender; speed: Speed },
): Promise<Measurement> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(`window.benchUsable = ${JSON.stringify(contender.usable)}`)
  await page.addInitScript({ path: 'bench/in-page.js' })
  let preflights = 0
  const countPreflight = ({ method }: IncomingMessage) => method === 'OPTIONS' && preflights++
  http.on('request', countPreflight)
  page.on('framenavigated', (frame) => void slowDown(frame, speed))
  const readKilobytes = watchBytes(page, appUrl)

  const startedAt = Date.now()
  await page.goto(url + contender.path(portal), { timeout: LIMIT_MS })
  const frame = await findApp(page, appUrl)
  const atUsable = await readUsable(page, frame)
  http.off('request', countPreflight)
  const kilobytes = await readKilobytes()
  if (contender.click) await frame.locator(contender.click).first().click()
  await page.waitForTimeout(AFTER_CLICK_MS)
  const later = await readNoted(frame)
  await context.close()

  const usableAt = atUsable.usableAt ?? Number.NaN
  return {
    milliseconds: usableAt - startedAt,
    kilobytes,
    requests: atUsable.calls.length,
    levels: countLevels(atUsable.calls),
    preflights,
    shift: later.shift,
    longest: later.longest,
    slowest: later.slowest,
  }
}

async function findApp(page: Page, appUrl: string): Promise<Frame> {
  const { origin } = new URL(appUrl)
  const isApp = (frame: Frame) => frame.url().startsWith(origin)
  while (!page.frames().some(isApp)) await page.waitForTimeout(5)
  return page.frames().find(isApp) ?? page.mainFrame()
}

const readNoted = (frame: Frame): Promise<Noted> =>
  frame.evaluate('({ ...window.bench, calls: window.bench.readCalls() })')

/** Asks now and then: the policy of the page does not let Playwright wait inside of it. */
async function readUsable(page: Page, frame: Frame): Promise<Noted> {
  const deadline = Date.now() + LIMIT_MS
  while (Date.now() < deadline) {
    const noted = await readNoted(frame)
    if (noted.usableAt !== undefined) return noted
    await page.waitForTimeout(PAUSE_MS)
  }
  throw new Error(`${frame.url().split('?')[0]} shows nothing that can be used.`)
}

/** Each site has a process of its own, and each of them is slowed down. */
async function slowDown(frame: Frame, { cpu, network }: Speed): Promise<void> {
  const session = await openSession(frame)
  if (!session) return
  const commands = [session.send('Network.enable')]
  if (cpu > 1) commands.push(session.send('Emulation.setCPUThrottlingRate', { rate: cpu }))
  if (network) {
    const { latency, throughput } = network
    const conditions = { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput }
    commands.push(session.send('Network.emulateNetworkConditions', conditions))
  }
  await Promise.allSettled(commands)
}

/** A frame of the same site as its parent has no session of its own; one that is gone has none any more. */
function openSession(frame: Frame): Promise<CDPSession | undefined> {
  return frame
    .page()
    .context()
    .newCDPSession(frame.parentFrame() ? frame : frame.page())
    .catch(() => undefined)
}

/** Adds up the scripts and styles that the app's own origin sends, as brotli would send them. */
function watchBytes(page: Page, appUrl: string): () => Promise<number> {
  const { origin } = new URL(appUrl)
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    const { pathname, origin: sender } = new URL(response.url())
    if (sender !== origin || !/\.(?:js|css)$/.test(pathname)) return
    sizes.push(
      response.body().then(
        (body) => brotliCompressSync(body).length,
        () => 0,
      ),
    )
  })
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000
}
