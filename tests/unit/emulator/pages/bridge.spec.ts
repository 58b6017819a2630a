import type { LocalPortal } from '@emulator/portal/state'
import { describe, expect, it } from 'vitest'
import { createPortal } from '@emulator/create-portal'
import { setFaults } from '@emulator/faults/faults'
import { answerBridge } from '@emulator/pages/bridge'
import { openFrame } from '@emulator/pages/frames'

function post(portal: LocalPortal, route: string, body: unknown) {
  const answer = answerBridge(portal, {
    method: 'POST',
    url: new URL(`http://localhost:5173/__frame__/${route}`),
    body,
  })
  return { status: answer?.status, body: answer && JSON.parse(String(answer.body)) }
}

const openAs = (user: number) => {
  const portal = createPortal({ settings: { user } })
  return { portal, sid: openFrame(portal, { placement: 'DEFAULT', options: {}, host: 'localhost:5173' }).sid }
}

describe('answerBridge', () => {
  it('opens a frame with every option as a string', async () => {
    const { body } = post(createPortal(), 'open', {
      placement: 'DEFAULT',
      options: { n: 5, deep: { on: true, list: [1] } },
    })
    expect(body.init.PLACEMENT_OPTIONS).toEqual({ n: '5', deep: { on: 'true', list: ['1'] } })
    expect(body.init.DOMAIN).toBe('localhost:5173')
  })

  it('shows a sentence instead of the installer to whoever may not install', async () => {
    const portal = createPortal({ settings: { user: 2 } })
    Object.assign(portal.app, { isInstalled: false, installer: 'http://127.0.0.1:5173/install.html' })
    const { body } = post(portal, 'open', { placement: 'DEFAULT', options: {} })
    expect(body).toEqual({ refused: expect.stringContaining('not installed yet') })
  })

  it('stores options of the app for portal administrators only', async () => {
    const [admin, manager] = [openAs(1), openAs(2)]
    const option = { scope: 'app', name: 'mode', value: { a: 1 } }
    expect(post(admin.portal, 'option', { ...option, sid: admin.sid })).toEqual({
      status: 200,
      body: { mode: { a: 1 } },
    })
    expect(post(manager.portal, 'option', { ...option, sid: manager.sid }).status).toBe(403)
    expect(manager.portal.app.options).toEqual({})
  })

  it('keeps the options of each person apart', async () => {
    const { portal, sid } = openAs(2)
    post(portal, 'option', { sid, scope: 'user', name: 'recent', value: [7] })
    expect(portal.app.userOptions.get(2)).toEqual({ recent: [7] })
    expect(portal.app.userOptions.get(1)).toBeUndefined()
  })

  it('takes any name of an option for a name and nothing more', async () => {
    const { portal, sid } = openAs(2)
    post(portal, 'option', { sid, scope: 'user', name: '__proto__', value: { isAdmin: true } })
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false)
    expect(Object.keys(portal.app.userOptions.get(2) ?? {})).toEqual(['__proto__'])
  })

  it('lets only a portal administrator finish the installation', async () => {
    const [admin, manager] = [openAs(1), openAs(2)]
    for (const { portal } of [admin, manager]) portal.app.isInstalled = false
    post(admin.portal, 'installed', { sid: admin.sid })
    post(manager.portal, 'installed', { sid: manager.sid })
    expect([admin.portal.app.isInstalled, manager.portal.app.isInstalled]).toEqual([true, false])
  })

  it('ends the first run of the person who ran the app', async () => {
    const { portal, sid } = openAs(2)
    post(portal, 'first-run', { sid, value: true })
    expect(openFrame(portal, { placement: 'DEFAULT', options: {}, host: 'h' }).init.FIRST_RUN).toBe(false)
  })

  it('finds deals by title and by id', async () => {
    const portal = createPortal()
    const deal = [...(portal.data.items.get(2)?.values() ?? [])][3]
    const byId = post(portal, 'names', { kind: 'deal', search: String(deal?.id) })
    const byTitle = post(portal, 'names', { kind: 'deal', search: deal?.title.toUpperCase() })
    for (const { body } of [byId, byTitle]) expect(body).toContainEqual(expect.objectContaining({ id: deal?.id }))
  })

  it('finds leads and estimates, each at its own address', async () => {
    const find = (kind: string) => post(createPortal(), 'names', { kind, search: 'Hotel lobby' })
    expect((await find('lead')).body).toEqual([
      { id: 64, title: 'Hotel lobby renewal', note: '1750 USD', url: '/crm/lead/details/64/' },
    ])
    expect((await find('quote')).body).toEqual([
      { id: 74, title: 'Hotel lobby renewal', note: '1750 USD', url: '/crm/type/7/details/74/' },
    ])
  })

  it('opens a frame for https as one', async () => {
    const url = new URL('https://localhost:5173/__frame__/open')
    const answer = answerBridge(createPortal(), {
      method: 'POST',
      url,
      body: { placement: 'DEFAULT', options: {} },
    })
    const opened = JSON.parse(String(answer?.body))
    expect(opened.init.PROTOCOL).toBe(1)
    expect(opened.url).toContain('PROTOCOL=1&')
  })

  it('counts a frame message against its fault', async () => {
    const portal = createPortal()
    setFaults(portal, [{ method: 'frame:refreshAuth', when: { nth: 2 }, effect: { kind: 'silence' } }])
    const effects = [1, 2, 3].map(() => post(portal, 'fault', { command: 'refreshAuth' }))
    expect((await Promise.all(effects)).map(({ body }) => body.effect)).toEqual([null, { kind: 'silence' }, null])
  })

  it.each(['toString', '__proto__', 'assets/../../state.ts', 'assets/constructor', ''])(
    'knows no route %s',
    async (route) => {
      expect(post(createPortal(), route, {}).status).toBeUndefined()
    },
  )
})
