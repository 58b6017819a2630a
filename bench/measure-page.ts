import type { IncomingMessage } from 'node:http'
import type { Browser, CDPSession, Frame, Page, Request } from '@playwright/test'
import type { PortalServer } from '@emulator/server'
import type { Contender } from './contenders'
import type { Network } from './slow-answers'
import { countLevels } from './levels'
import { slowAnswers } from './slow-answers'

/** How much slower than this machine, and through which network. */
export interface Speed {
  name: string
  cpu: number
  /** Absent for the loopback as it is. */
  network?: Network
}

/** What is measured, where it is served, and how it is slowed down. */
export interface Run {
  server: PortalServer
  contender: Contender
  speed: Speed
  /** Bytes over the wire, by path. */
  wireSizes: ReadonlyMap<string, number>
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
export async function measurePage(browser: Browser, run: Run): Promise<Measurement> {
  const { server, contender, speed } = run
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(`window.benchUsable = ${JSON.stringify(contender.usable)}`)
  await page.addInitScript({ path: 'bench/in-page.js' })
  page.on('framenavigated', (frame) => void slowDown(frame, speed))
  const goFast = speed.network && slowAnswers(server.http, speed.network, run.wireSizes)
  const watched = watchRequests(page, run)

  const startedAt = Date.now()
  await page.goto(server.url + contender.path(server.portal), { timeout: LIMIT_MS })
  const frame = await findApp(page, server.appUrl)
  const atUsable = await readUsable(page, frame)
  const { preflights, bytes } = watched.end()
  if (contender.click) await frame.locator(contender.click).first().click()
  await page.waitForTimeout(AFTER_CLICK_MS)
  const later = await readNoted(frame)
  await context.close()
  goFast?.()

  const usableAt = atUsable.usableAt ?? Number.NaN
  return {
    milliseconds: usableAt - startedAt,
    kilobytes: bytes / 1000,
    requests: atUsable.calls.length,
    levels: countLevels(atUsable.calls),
    preflights,
    shift: later.shift,
    longest: later.longest,
    slowest: later.slowest,
  }
}

/** Counts preflights, and the bytes of scripts and styles that have arrived, until it is ended. */
function watchRequests(page: Page, { server: { appUrl, http }, wireSizes }: Run) {
  const { origin } = new URL(appUrl)
  let preflights = 0
  let bytes = 0
  const countPreflight = ({ method }: IncomingMessage) => method === 'OPTIONS' && preflights++
  const addBytes = (request: Request) => {
    const { pathname, origin: sender } = new URL(request.url())
    if (sender === origin) bytes += wireSizes.get(pathname) ?? 0
  }
  http.on('request', countPreflight)
  page.on('requestfinished', addBytes)
  return {
    end() {
      http.off('request', countPreflight)
      page.off('requestfinished', addBytes)
      return { preflights, bytes }
    },
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
async function slowDown(frame: Frame, { cpu }: Speed): Promise<void> {
  if (cpu === 1) return
  const session = await openSession(frame)
  await session?.send('Emulation.setCPUThrottlingRate', { rate: cpu }).catch(() => undefined)
}

/** A frame of the same site as its parent has no session of its own; one that is gone has none any more. */
function openSession(frame: Frame): Promise<CDPSession | undefined> {
  return frame
    .page()
    .context()
    .newCDPSession(frame.parentFrame() ? frame : frame.page())
    .catch(() => undefined)
}
