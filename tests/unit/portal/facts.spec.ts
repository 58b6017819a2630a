import type { FaultRule } from '@emulator/portal/fault'
import type { PortalSettings } from '@emulator/portal/portal-settings'
import { describe, expect, it } from 'vitest'
import { asFailure } from '@/domain/failure'
import { toFactsText } from '@/domain/portal-facts'
import { faultOf, openPortal } from '@tests/support/open-portal'

const ADMINISTRATOR = 1
const EMPLOYEE = 3

const withScopes = (settings: Partial<PortalSettings> = {}, faults: FaultRule[] = [], user = ADMINISTRATOR) => {
  return openPortal({ settings, faults, user })
}
const collect = (settings?: Partial<PortalSettings>, faults?: FaultRule[]) =>
  withScopes(settings, faults).portal.facts.collect()

describe('facts.collect', () => {
  it('tells what the local portal does', async () => {
    const { portal, transport } = withScopes()
    const { runTimes, ...facts } = await portal.facts.collect()
    expect(transport.requests).toHaveLength(3)
    expect(facts).toEqual({
      app: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      sdk: '2.2.0',
      license: 'en_std',
      ownerTypes: '2 DEAL DYN',
      orderClients: 'there',
      startMinusOne: 'first page, no total, no next',
      missingReference: 'one row',
      guardedReference: 'no rows',
      itemBooleans: 'true as Y, digit as Y',
      itemKeys: 'order ID accepted, filter >ID refused INVALID_ARG_VALUE, select ID gives id',
      propertyRange: 'finds by range',
      unsentProperties: 'survive an update',
    })
    expect(runTimes).toMatch(/crm\.orderentity\.list \d+/)
  })

  it('tells the longest text as the checks have tried it out', async () => {
    const { portal } = openPortal({ context: { appOptions: { storageSize: '4096' } } })
    expect((await portal.facts.collect()).longestText).toBe('at least 4096')
  })

  it.each([
    [{ ownerTypes: 'deal+invoice' }, { ownerTypes: '2 DEAL DYN, 31 SMART_INVOICE DYN' }],
    [{ ownerTypes: 'none' }, { ownerTypes: 'none' }],
    [{ minusOne: 'all-rows' }, { startMinusOne: 'all rows, no total, no next' }],
    [{ rows: 'empty' }, { startMinusOne: 'less than a page, no total, no next' }],
    [{ prefixedItemKeys: 'any-case' }, { itemKeys: 'order ID accepted, filter >ID accepted, select ID gives id' }],
    [{ plan: 'enterprise' }, { license: 'en_ent250' }],
  ] as const)('tells another portal from it: %j', async (settings, expected) => {
    expect(await collect(settings)).toMatchObject(expected)
  })

  it.each([
    ['crm.ordercontactcompany.list', 'orderClients'],
    ['app.info', 'license'],
    ['entity.item.update', 'unsentProperties'],
  ] as const)('tells that %s is refused, and everything else', async (method, name) => {
    const facts = await collect({}, [faultOf(method, { kind: 'error', code: 'ERROR_METHOD_NOT_FOUND', status: 400 })])
    expect(facts[name]).toBe('refused ERROR_METHOD_NOT_FOUND')
    expect(facts.propertyRange).toBe('finds by range')
  })

  it('goes without a storage where the app may have none', async () => {
    const { portal } = openPortal({ hasJournal: false })
    const facts = await portal.facts.collect()
    expect(facts.propertyRange).toBe('refused insufficient_scope')
    expect(facts.ownerTypes).toBe('2 DEAL DYN')
  })

  it('leaves nothing behind in the portal, not even where it is cut off', async () => {
    const { local, portal } = withScopes()
    await portal.facts.collect()
    expect([[...local.app.storages.keys()], local.app.options]).toEqual([['journal'], {}])
    const cut = withScopes({}, [
      faultOf('entity.item.add', { kind: 'error', code: 'INTERNAL_SERVER_ERROR', status: 500 }),
    ])
    await cut.portal.facts.collect()
    expect(cut.local.app.storages.size).toBe(1)
  })

  it('writes nothing to orders, deals and bindings', async () => {
    const { portal, transport } = withScopes()
    await portal.facts.collect()
    const written = transport.requests.flatMap(({ method, params }) =>
      method === 'batch'
        ? Object.values(Object(params.cmd)).map((command) => String(command).split('?')[0] ?? '')
        : [method],
    )
    expect(written.filter((method) => !/\.(?:list|get|info|getorderownertypes)$/.test(method))).toSatisfy(
      (methods: string[]) => methods.every((method) => method.startsWith('entity.')),
    )
  })

  it('names nobody and nothing: neither titles nor numbers nor addresses', async () => {
    const { local, portal } = withScopes({ ownerTypes: 'deal+invoice+dynamic' })
    const text = toFactsText(await portal.facts.collect())
    const named = [
      ...local.users.flatMap((user) => [user.name, user.lastName]),
      ...local.data.types.map((type) => type.title),
      'Fitting out',
      'portal.example',
    ]
    expect(named.filter((name) => text.includes(name))).toEqual([])
  })

  it('fails as a whole where not even the first request is answered', async () => {
    const { portal } = withScopes({}, [faultOf('batch', { kind: 'silence' })])
    expect(asFailure(await portal.facts.collect().catch((error: unknown) => error)).kind).toBe('timeout')
  })
})

describe('facts.keep', () => {
  it('keeps them in the portal, where the next start finds them', async () => {
    const { local, portal } = withScopes()
    const facts = await portal.facts.collect()
    await portal.facts.keep()
    expect(openPortal({ context: { appOptions: local.app.options } }).portal.facts.read()).toEqual(facts)
  })

  it.each([[[]], [{ facts: '{' }], [{ facts: '[1]' }], [{ facts: { app: 1 } }]])(
    'knows nothing where %j is kept',
    (appOptions) => {
      expect(openPortal({ context: { appOptions } }).portal.facts.read()).toEqual({})
    },
  )

  it('is refused to whoever is no portal administrator', async () => {
    const { local, portal } = withScopes({}, [], EMPLOYEE)
    expect(asFailure(await portal.facts.keep().catch((error: unknown) => error)).changed).toBe('no')
    expect(local.app.options).toEqual({})
  })
})
