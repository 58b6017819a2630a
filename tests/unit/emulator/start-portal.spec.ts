import type { RunningPortal, StartPortalOptions } from 'b24-local-portal'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { RestError, startPortal } from 'b24-local-portal'

const running: RunningPortal[] = []
afterEach(() => Promise.all(running.splice(0).map((portal) => portal.stop())))

async function start(options?: StartPortalOptions): Promise<RunningPortal> {
  const portal = await startPortal(options)
  running.push(portal)
  return portal
}

async function ask({ url }: RunningPortal, path: string, body: object = {}) {
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const answer = await fetch(`${url}/rest/${path}`, request)
  return { status: answer.status, ...(await answer.json()) }
}

describe('startPortal', () => {
  it('answers REST without an app, and says that there is none', async () => {
    const portal = await start()
    expect(await ask(portal, '1/adminsecret/profile')).toMatchObject({ status: 200, result: { ID: '1' } })
    expect(await (await fetch(portal.appUrl)).text()).toBe('No app was given to startPortal().')
  })

  it('registers the app as told', async () => {
    const registration = { title: 'Theirs', placements: [{ code: 'CRM_DEAL_DETAIL_TAB', titles: { en: 'A tab' } }] }
    const portal = await start({ app: 'http://127.0.0.1:9/app/', registration })
    expect(portal.appUrl).toBe('http://127.0.0.1:9/app/')
    expect(await (await fetch(portal.pageUrl)).text()).toContain('Theirs')
    const deal = portal.state().samples.moveTarget?.ownerId
    expect(await (await fetch(`${portal.url}/crm/deal/details/${deal}/`)).text()).toContain('>A tab</button>')
  })

  it("gives the app's scopes to the webhooks of the sample too", async () => {
    const isFull = async (registration?: StartPortalOptions['registration']) => {
      const { result } = await ask(await start({ registration }), '2/managersecret/user.current')
      return 'USER_TYPE' in result
    }
    expect([await isFull(), await isFull({ scopes: ['crm', 'user'] })]).toEqual([false, true])
  })

  it('leaves the webhook for the CRM alone whatever the app may', async () => {
    const portal = await start({ registration: { scopes: ['crm', 'user'] } })
    expect(await ask(portal, '1/crmsecret/user.current')).toMatchObject({ status: 403, error: 'insufficient_scope' })
  })

  it('lets a test act between the commands of a batch, after a reset too', async () => {
    const seen: string[] = []
    const portal = await start({ beforeCommand: (method, { key, user }) => void seen.push(`${key} ${method} ${user}`) })
    const batch = () => ask(portal, '2/managersecret/batch', { cmd: { me: 'Profile', mine: 'user.admin' } })
    await batch()
    portal.beforeCommand((method) => void seen.push(method))
    await batch()
    portal.beforeCommand()
    await batch()
    portal.reset()
    await batch()
    const first = ['me profile 2', 'mine user.admin 2']
    expect(seen).toEqual([...first, 'profile', 'user.admin', ...first])
  })

  it('serves an app from a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'app-'))
    await writeFile(join(folder, 'index.html'), '<h1>The app</h1>')
    const portal = await start({ app: { folder } })
    expect(await (await fetch(portal.appUrl)).text()).toBe('<h1>The app</h1>')
    await rm(folder, { recursive: true })
  })

  it('serves by https with a certificate of its own', async () => {
    const portal = await start({ https: true })
    const status = new Promise((resolve, reject) => {
      get(`${portal.url}/rest/1/adminsecret/profile`, { rejectUnauthorized: false }, ({ statusCode }) =>
        resolve(statusCode),
      ).on('error', reject)
    })
    expect([portal.url.startsWith('https://localhost:'), await status]).toEqual([true, 200])
  })

  it.each<[string, StartPortalOptions]>([
    ['The option app is "dist"; it must be an address with http:// or https://, or { folder }.', { app: 'dist' }],
    ['There is no index.html in nowhere.', { app: { folder: 'nowhere' } }],
    ['There is no scenario "huge". Known: deals-only', { scenario: 'huge' }],
    ['There is no person with the id 9.', { settings: { user: 9 } }],
    ['The portal keeps no items of the entity type 555.', { data: { items: { 555: [{ id: 1 }] } } }],
  ])('refuses: %s', async (sentence, options) => {
    await expect(startPortal(options)).rejects.toThrow(sentence)
  })

  it('names the taken port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await expect(startPortal({ port })).rejects.toThrow(`Port ${port} is taken`)
    other.close()
  })
})

describe('a running portal', () => {
  it('is steered by functions', async () => {
    const portal = await start({ scenario: 'with-orders', settings: { language: 'ru' } })
    expect(portal.state().settings).toMatchObject({ mode: 'with-orders', language: 'ru' })
    expect(portal.settings({ plan: 'enterprise' }).plan).toBe('enterprise')
    expect(portal.user(3).user).toBe(3)
    expect(portal.clock({ now: 0, hold: true })).toEqual({ now: 0, held: true })
    const { orderId = 0 } = portal.state().samples.unbound ?? {}
    const { bindings } = portal.binding({ orderId, ownerId: 201, ownerTypeId: 2 })
    expect(bindings).toContainEqual({ orderId, ownerId: 201, ownerTypeId: 2 })
    expect(portal.scenario('empty').counts.orders).toBe(0)
    expect(portal.reset().settings).toMatchObject({ mode: 'with-orders', plan: 'standard', user: 1, rows: 'sample' })
  })

  it('fails when told, and shows what was asked', async () => {
    const portal = await start()
    portal.faults([{ method: 'profile', when: { nth: 1 }, effect: { kind: 'error', code: 'QUERY_LIMIT_EXCEEDED' } }])
    const answers = [await ask(portal, '1/adminsecret/profile'), await ask(portal, '1/adminsecret/profile')]
    expect(answers.map(({ status }) => status)).toEqual([503, 200])
    expect(portal.calls(1)).toMatchObject([{ number: 2, method: 'profile', status: 200 }])
  })

  it('says in one sentence what it cannot do', async () => {
    const portal = await start()
    expect(() => portal.scenario('huge')).toThrow('There is no scenario "huge".')
    expect(() => portal.settings({ rows: 'large' })).toThrow('A reset or a scenario changes the rows.')
    expect(() => portal.user(9)).toThrow('There is no person with the id 9.')
    expect(() => portal.binding({ orderId: 9_999_999, ownerId: null })).toThrow('There is no such order.')
  })
})

describe('methods of others', () => {
  const greet: StartPortalOptions = {
    methods: {
      'calendar.event.get': { scopes: ['calendar'], run: ({ caller }) => ({ result: `for ${caller.user.name}` }) },
      'profile': {
        scopes: [],
        run: () => {
          throw new RestError('NO_PROFILE', 'Not today', { status: 418 })
        },
      },
    },
    people: [{ id: 12, name: 'Noor', lastName: 'Adeyemi', position: 'Auditor', isAdmin: false, storeRight: 'D' }],
    webhooks: [{ user: 12, secret: 'audit', scopes: ['calendar'] }],
    settings: { user: 12 },
  }

  it('are called by people of others, with the scopes of their webhooks', async () => {
    const portal = await start(greet)
    expect(await ask(portal, '12/audit/Calendar.Event.Get')).toMatchObject({ result: 'for Noor' })
    expect(await ask(portal, '1/adminsecret/calendar.event.get')).toMatchObject({ error: 'insufficient_scope' })
    expect(await ask(portal, '12/audit/crm.deal.list')).toMatchObject({ error: 'insufficient_scope' })
    expect(await (await fetch(portal.pageUrl)).text()).toContain('Noor Adeyemi')
  })

  it('say that they take as long as they are told to', async () => {
    const portal = await start({
      methods: { 'calendar.event.get': { scopes: [], seconds: 2.5, run: () => ({ result: 1 }) } },
    })
    expect(await ask(portal, '1/adminsecret/calendar.event.get')).toMatchObject({ time: { duration: 2.5 } })
  })

  it('take the place of those of the portal, in this portal alone', async () => {
    const [changed, other] = [await start(greet), await start()]
    expect(await ask(changed, '1/adminsecret/profile')).toMatchObject({ status: 418, error: 'NO_PROFILE' })
    expect(await ask(other, '1/adminsecret/profile')).toMatchObject({ status: 200 })
    expect(await ask(changed, '1/adminsecret/batch', { cmd: { one: 'profile' } })).toMatchObject({
      result: { result_error: { one: { error: 'NO_PROFILE' } } },
    })
  })
})

describe('rows of others', () => {
  const data: StartPortalOptions['data'] = {
    items: { 2: [{ id: 9001, title: 'Big deal', opportunity: 10 }], 31: [{ id: 9002 }] },
    contacts: [{ id: 9003, name: 'Ada' }],
    companies: [{ id: 1, title: 'Mine' }],
    orders: [{ id: 9004, price: 25, currency: 'EUR' }],
    bindings: [{ orderId: 9004, ownerId: 9001, ownerTypeId: 2 }],
  }
  const item = (portal: RunningPortal, entityTypeId: number, id: number) =>
    ask(portal, '1/adminsecret/crm.item.get', { entityTypeId, id }).then(({ result }) => result?.item)

  it('stand alone in an empty portal, completed as new ones', async () => {
    const portal = await start({ data, scenario: 'empty' })
    expect(portal.state()).toMatchObject({
      counts: { deals: 1, invoices: 1, orders: 1, contacts: 1, companies: 1 },
      bindings: [{ orderId: 9004, ownerId: 9001, ownerTypeId: 2 }],
    })
    expect(await item(portal, 2, 9001)).toMatchObject({
      title: 'Big deal',
      stageId: 'NEW',
      opened: 'Y',
      opportunity: 10,
    })
    expect(await item(portal, 31, 9002)).toMatchObject({ title: 'Invoice #9002' })
    const { result } = await ask(portal, '1/adminsecret/sale.order.get', { id: 9004 })
    expect(result.order).toMatchObject({ id: 9004, price: 25, currency: 'EUR', payed: 'N', basketItems: [] })
  })

  it('take the place of the sample by id, and are back after a reset', async () => {
    const portal = await start({ data })
    expect((await item(portal, 4, 1)).title).toBe('Mine')
    await ask(portal, '1/adminsecret/crm.item.update', { entityTypeId: 2, id: 9001, fields: { title: 'Small deal' } })
    portal.reset()
    expect((await item(portal, 2, 9001)).title).toBe('Big deal')
  })

  it('leave the ids after them to new rows', async () => {
    const portal = await start({ data })
    const { result } = await ask(portal, '1/adminsecret/crm.item.add', { entityTypeId: 2, fields: { title: 'Next' } })
    expect(result.item.id).toBeGreaterThan(9004)
  })
})

describe("a mistake in a method of one's own", () => {
  it.each<[string, () => unknown]>([
    ['it throws', () => Reflect.get(Object(undefined), 'name').length],
    ['it gives a promise', () => Promise.resolve({ result: 1 })],
    ['it gives no result', () => undefined],
  ])('is answered with 500, logged and told on the console: %s', async (_, run) => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const portal = await startPortal({ methods: { 'a.bug': { scopes: [], run: run as never } } })
    const answer = await fetch(`${portal.url}/rest/1/adminsecret/a.bug`)
    expect(answer.status).toBe(500)
    expect(portal.calls()).toMatchObject([{ method: 'a.bug', status: 500, error: 'INTERNAL_SERVER_ERROR' }])
    expect(told.mock.calls.join()).toMatch(/TypeError|a\.bug must return an object with a result/)
    told.mockRestore()
    await portal.stop()
  })
})
