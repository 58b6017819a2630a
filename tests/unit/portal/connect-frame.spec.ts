import type { AddressInfo } from 'node:net'
import type { Transport } from '@/portal/transport'
import type { FrameDescriptor } from '@contract/frame'
import type { LocalPortal } from '@emulator/portal/state'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { connectFrame } from '@/portal/b24-transport'
import { expireTokens } from '@emulator/calls/identity'
import { createPortal as createLocalPortal } from '@emulator/create-portal'
import { openFrame, refreshFrame } from '@emulator/pages/frames'
import { answerRest } from '@emulator/rest/answer-rest'
import { eventually } from '@tests/support/eventually'

const HOST = 'portal.example'
type Message = { command: string; params: string; callback: string }

/** `COMMAND[:JSON]:CALLBACK:SID`, read from both ends. */
function readMessage(message: string): Message {
  const parts = message.split(':')
  return { command: parts[0] ?? '', params: parts.slice(1, -2).join(':'), callback: parts.at(-2) ?? '' }
}

/** The page around the frame, as far as the SDK sees it. `answer` gives the text after the callback id, or none. */
function stubPortalPage(host: string, sid: string, answer: (message: Message) => string | undefined) {
  const posted: string[] = []
  const listeners = new Set<(event: { origin: string; data: string }) => void>()
  const page = {
    postMessage(text: string) {
      const message = readMessage(text)
      posted.push([message.command, message.params].filter(Boolean).join(':'))
      const reply = answer(message)
      if (reply === undefined) return
      const event = { origin: `http://${host}`, data: `${message.callback}:${reply}` }
      queueMicrotask(() => listeners.forEach((listener) => listener(event)))
    },
  }
  const addEventListener = (_: string, listener: (event: { origin: string; data: string }) => void) =>
    listeners.add(listener)
  const removeEventListener = (_: string, listener: (event: { origin: string; data: string }) => void) =>
    listeners.delete(listener)
  vi.stubGlobal('window', { name: `${host}|0|${sid}`, parent: page, addEventListener, removeEventListener, setTimeout })
  vi.stubGlobal('parent', page)
  vi.stubGlobal('location', { href: 'https://app.example/install.html?LANG=ru' })
  return posted
}

afterAll(() => {
  vi.unstubAllGlobals()
})

describe('connectFrame, where it cannot start', () => {
  it('says that the page stands in no frame', async () => {
    const topWindow: Record<string, unknown> = { name: `${HOST}|0|abc` }
    topWindow.parent = topWindow
    vi.stubGlobal('window', topWindow)
    await expect(connectFrame()).rejects.toMatchObject({ name: 'StartError', reason: 'not-in-frame' })
  })

  it('says that the frame is not of a portal', async () => {
    stubPortalPage('', '', () => undefined)
    await expect(connectFrame()).rejects.toMatchObject({ reason: 'not-in-frame', code: 'JSSDK_CLIENT_SIDE_WARNING' })
  })

  it('says that the portal answered what cannot be read', async () => {
    stubPortalPage(HOST, 'abc', () => 'not json')
    await expect(connectFrame()).rejects.toMatchObject({ reason: 'refused', code: 'JSSDK_FRAME_BAD_PAYLOAD' })
  })
})

describe('connectFrame, in a portal', () => {
  const sent: string[] = []
  let host: string
  let local: LocalPortal
  let frame: FrameDescriptor
  let posted: string[]
  let transport: Transport
  let isRefreshAnswered = true

  function answer({ command, params }: Message): string | undefined {
    if (command === 'getInitData') return JSON.stringify(frame.init)
    if (command === 'refreshAuth') return isRefreshAnswered ? JSON.stringify(refreshFrame(local, frame.sid)) : undefined
    if (command === 'openPath')
      return params.includes('/shop/') ? '{"result":"error","errorCode":"PATH_NOT_AVAILABLE"}' : '{"result":"close"}'
    return params || '{}'
  }

  /** The portal's REST interface, as the SDK's client finds it without a browser: over HTTP. */
  const restServer = createServer(async (request, response) => {
    const method = new URL(request.url ?? '', 'http://localhost').pathname.split('/').at(-1) ?? ''
    sent.push(method)
    const { auth, ...params } = Object(await json(request))
    const reply = await answerRest(local, { method, params, credentials: { kind: 'token', token: String(auth) } })
    if (reply.kind === 'answer') response.writeHead(reply.status, reply.headers).end(reply.body)
    else response.destroy()
  })

  beforeAll(async () => {
    await new Promise<void>((resolve) => restServer.listen(0, '127.0.0.1', resolve))
    const { port } = restServer.address() as AddressInfo // A string for pipes only.
    host = `127.0.0.1:${port}`
    local = createLocalPortal({ settings: { language: 'ru' } })
    local.app.userOptions.set(1, { install: true, recentOwners: '2:12' })
    local.app.options.ordersMode = 'with-orders'
    Object.assign(local.app, { isInstalled: false, installer: 'https://app.example/install.html' })
    frame = openFrame(local, { placement: 'CRM_DEAL_DETAIL_TAB', options: { ID: '202' }, host })
    posted = stubPortalPage(host, frame.sid, answer)
    transport = await connectFrame()
  })

  afterAll(() => {
    restServer.closeAllConnections()
    restServer.close()
  })

  beforeEach(() => {
    posted.length = 0
    sent.length = 0
    isRefreshAnswered = true
  })

  it('tells where, by whom and in which language it was opened', () => {
    expect(transport.context).toEqual({
      placement: 'CRM_DEAL_DETAIL_TAB',
      placementOptions: { ID: '202' },
      language: 'ru',
      isAdmin: true,
      isInstalling: true,
      appAddress: 'https://app.example/install.html?LANG=ru',
      userOptions: { recentOwners: '2:12' },
      appOptions: { ordersMode: 'with-orders' },
      portalOrigin: `http://${host}`,
    })
  })

  it('reports the height and leaves the width to the portal', () => {
    transport.frame.setHeight(640)
    expect(posted).toEqual(['resizeWindow:{"width":"100%","height":640}'])
  })

  it('keeps an option of the person', () => {
    transport.frame.setUserOption('recentOwners', '2:5')
    expect(posted).toEqual(['setUserOption:{"name":"recentOwners","value":"2:5"}'])
  })

  it('ends the installation, for which there is no answer', () => {
    transport.frame.finishInstall()
    expect(posted).toEqual(['setInstallFinish'])
  })

  it('opens a card over the page', async () => {
    expect(await transport.frame.openPath('/crm/deal/details/5/')).toBe('closed')
    expect(posted[0]).toContain('/crm/deal/details/5/?IFRAME=Y')
  })

  it('says that the portal does not open a path', async () => {
    expect(await transport.frame.openPath('/shop/orders/details/5/')).toBe('unavailable')
  })

  it('refreshes a token that expired and sends the call once more', async () => {
    expireTokens(local)
    const answer = await transport.call({ method: 'crm.enum.getorderownertypes', params: {} })
    expect(answer.result).toMatchObject([{ id: 2 }])
    expect(posted).toEqual(['refreshAuth'])
    expect(sent).toEqual(['crm.enum.getorderownertypes', 'crm.enum.getorderownertypes'])
  })

  it('says that the session ended when the portal hands out no token', async () => {
    expireTokens(local)
    isRefreshAnswered = false
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const calling = transport.call({ method: 'crm.enum.getorderownertypes', params: {} })
    const refused = expect(calling).rejects.toMatchObject({ kind: 'refused', code: 'expired_token', status: 401 })
    await eventually(() => expect(posted).toEqual(['refreshAuth']))
    // The SDK waits ten seconds for the new token.
    await vi.advanceTimersByTimeAsync(10_000)
    await refused
    expect(sent).toEqual(['crm.enum.getorderownertypes'])
    vi.useRealTimers()
  })
})
