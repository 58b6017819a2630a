import type { FailureKind } from '@/domain/failure'
import type { PortalOverrides } from '@tests/support/fake-portal'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '@/domain/settings'
import InstallerPage from '@/pages/InstallerPage.vue'
import { aFailure, anOwnerType, aSession } from '@tests/support/builders'
import { eventually } from '@tests/support/eventually'
import { fakePortal } from '@tests/support/fake-portal'
import { findAllByRole, findByLabel, findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'

const SCOPES = ['crm', 'sale', 'placement', 'entity', 'user_brief']
const DEAL = anOwnerType()
const AVAILABLE = ['DETAIL_TAB', 'LIST_MENU'].map((spot) => ({ code: `CRM_DEAL_${spot}`, ownerTypeId: DEAL.id }))

function fail(kind: FailureKind) {
  return async (): Promise<never> => {
    throw aFailure({ kind, code: 'CODE_OF_PORTAL' })
  }
}

const UNMADE = { kind: 'unmade', lacks: ['journal', 'KEY'] } as const
const REFUSED = { kind: 'refused', failure: aFailure({ kind: 'missing-scope', code: 'CODE_OF_PORTAL' }) } as const

/** The installer in a portal where everything is in order, but for what the test says. */
async function open(overrides: PortalOverrides = {}, language: 'en' | 'ru' = 'en') {
  const [register, finishInstall] = [vi.fn(async () => 'added' as const), vi.fn()]
  const portal = fakePortal({
    session: aSession({ isInstalling: true, ...overrides.session }),
    app: { readScopes: async () => SCOPES, ...overrides.app },
    ownerTypes: { read: async () => [DEAL], ...overrides.ownerTypes },
    orders: { find: async () => ({ rows: [] }), ...overrides.orders },
    bindings: { ...overrides.bindings },
    storage: { tryOut: async () => 16_384, ...overrides.storage },
    settings: { read: () => DEFAULT_SETTINGS, save: async () => undefined, ...overrides.settings },
    journal: { readState: async () => ({ kind: 'ready' }), ...overrides.journal },
    profile: { ...overrides.profile },
    facts: { collect: async () => ({}), keep: async () => undefined, ...overrides.facts },
    placements: {
      readAvailable: async () => [
        ...AVAILABLE,
        { code: 'LEFT_MENU' },
        ...['DETAIL_TAB', 'LIST_TOOLBAR'].map((spot) => ({ code: `CRM_ORDER_${spot}` })),
      ],
      register,
      ...overrides.placements,
    },
    frameWindow: { finishInstall },
  })
  const page = mountWith(InstallerPage, { portal, language })
  await flushPromises()
  const line = (text: string) => readText(page.findAll('li').find((item) => item.text().includes(text))?.element)
  const canGoOn = () => findAllByRole(page, 'button').some(({ element }) => readText(element) === 'Set up')
  return { page, line, canGoOn, register, finishInstall }
}

describe('a check', () => {
  it.each<[string, PortalOverrides, string, string, string]>([
    ['failed', { app: { readScopes: async () => ['crm'] } }, 'Permissions of the app', 'sale, placement', 'tick these'],
    [
      'warned',
      { app: { readScopes: async () => SCOPES.slice(0, 4) } },
      'Permissions of the app',
      'user_brief',
      'works without',
    ],
    [
      'failed',
      { app: { readScopes: fail('busy') } },
      'Permissions of the app',
      'too many requests',
      'Wait a few seconds',
    ],
    [
      'failed',
      { profile: { isAdministrator: fail('offline') } },
      'Administrator of the portal',
      'connection',
      'Check your',
    ],
    ['failed', { ownerTypes: { read: fail('timeout') } }, 'Types that can own orders', 'in time', 'CODE_OF_PORTAL'],
    ['warned', { ownerTypes: { read: async () => [] } }, 'Types that can own orders', 'names none', 'can be seen'],
    ['failed', { orders: { find: fail('no-store') } }, 'Orders of the store', 'no online store', 'switched on'],
    ['failed', { orders: { find: fail('missing-scope') } }, 'Orders of the store', 'permissions', 'grant'],
    ['warned', { bindings: { readWriteRight: async () => 'no' } }, 'Right to change', 'may not', 'catalog'],
    [
      'warned',
      { bindings: { readWriteRight: async () => 'unknown' } },
      'Right to change',
      'did not say',
      'refused later',
    ],
    ['warned', { storage: { tryOut: async () => 4096 } }, 'Storage in the portal', 'shorter', 'less than one kB'],
    ['warned', { storage: { tryOut: fail('access-denied') } }, 'Storage in the portal', 'denied', 'CODE_OF_PORTAL'],
    [
      'warned',
      { settings: { save: fail('portal-error') } },
      'Storage in the portal',
      'error of its own',
      'CODE_OF_PORTAL',
    ],
    ['warned', { journal: { readState: async () => REFUSED } }, 'Journal of changes', 'one window only', 'entity'],
    [
      'warned',
      { journal: { readState: async () => UNMADE, make: async () => REFUSED } },
      'Journal of changes',
      'one window only',
      'CODE_OF_PORTAL',
    ],
    [
      'warned',
      { journal: { readState: async () => UNMADE, make: async () => UNMADE } },
      'Journal of changes',
      'not there yet',
      'try again here',
    ],
    ['warned', { journal: { readState: fail('timeout') } }, 'Journal of changes', 'in time', 'CODE_OF_PORTAL'],
  ])('that %s says why and what to do: %o', async (...[kind, overrides, name, why, remedy]) => {
    const { line, canGoOn } = await open(overrides)
    expect(line(name)).toContain(why)
    expect(line(name)).toContain(remedy)
    expect(line(name)).toContain(kind === 'failed' ? 'stands in the way' : 'works with limits')
    expect(canGoOn()).toBe(kind === 'warned')
  })

  it('asks for nothing more where the portal did not give the app its permissions', async () => {
    const find = vi.fn(async () => ({ rows: [] }))
    const { line } = await open({ app: { readScopes: async () => [] }, orders: { find } })
    expect(line('Orders of the store')).toContain('not checked')
    expect(find).not.toHaveBeenCalled()
  })

  it('makes the journal, or what it lacks, where nobody has made it yet', async () => {
    const make = vi.fn(async () => ({ kind: 'ready' }) as const)
    const { line } = await open({ journal: { readState: async () => UNMADE, make } })
    expect([line('Journal of changes'), make.mock.calls]).toEqual(['Journal of changes: in order', [[UNMADE.lacks]]])
  })

  it('is repeated when asked', async () => {
    const read = vi.fn(fail('offline'))
    const { page, line, canGoOn } = await open({ ownerTypes: { read } })
    read.mockImplementation(async () => [DEAL] as never)
    await findByRole(page, 'button', 'Check again').trigger('click')
    await flushPromises()
    expect([line('Types that can own orders'), canGoOn()]).toEqual(['Types that can own orders: in order', true])
  })
})

describe('the choice', () => {
  it('turns the tab of orders on with the way of working, and off again', async () => {
    const { page } = await open()
    const isOn = () => findByLabel(page, 'Order: Tab in the card').element.checked
    expect(isOn()).toBe(false)
    await findByLabel(page, 'With orders').setValue()
    expect(isOn()).toBe(true)
    await findByLabel(page, 'With deals only').setValue()
    expect(isOn()).toBe(false)
  })

  it('explains codes that the app has no page for', async () => {
    const { page } = await open()
    expect(page.text()).toContain('1 more place, for which this app has no page')
    expect(page.text()).toContain('LEFT_MENU')
  })

  it.each([
    ['are kept', {}, 1],
    ['could not be found out', { collect: () => Promise.reject(aFailure()) }, 0],
  ])('ends the installation once the facts %s', async (_, facts, kept) => {
    const keep = vi.fn(async () => undefined)
    const { page, finishInstall } = await open({ facts: { keep, ...facts } })
    await page.find('form').trigger('submit')
    await eventually(() => expect(finishInstall).toHaveBeenCalledOnce())
    expect(keep).toHaveBeenCalledTimes(kept)
  })

  it('registers what is ticked, keeps the way of working, and tells the portal last', async () => {
    const save = vi.fn(async () => undefined)
    const { page, register, finishInstall } = await open({ settings: { save } })
    await findByLabel(page, 'Deal: Menu in the list').setValue(false)
    await findByLabel(page, 'With orders').setValue()
    await page.find('form').trigger('submit')
    await eventually(() => expect(finishInstall).toHaveBeenCalledOnce())
    expect(save).toHaveBeenLastCalledWith({ ordersMode: 'with-orders' })
    expect(register.mock.calls).toEqual([
      ['CRM_DEAL_DETAIL_TAB', { en: 'Orders', ru: 'Заказы' }],
      ['CRM_ORDER_DETAIL_TAB', { en: 'Owner', ru: 'Привязка' }],
      ['CRM_ORDER_LIST_TOOLBAR', { en: 'Order Binder', ru: 'Order Binder' }],
    ])
  })

  it('registers nothing where the way of working could not be kept', async () => {
    const save = vi.fn(async () => undefined)
    const { page, register, finishInstall } = await open({ settings: { save } })
    save.mockImplementation(fail('offline'))
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(page.text()).toContain('It had registered nothing')
    expect([register.mock.calls.length, finishInstall.mock.calls.length]).toEqual([0, 0])
  })
})

it('says in an installed portal that there is nothing to do', async () => {
  const { page, canGoOn } = await open({ session: { isInstalling: false } })
  expect([page.text().includes('The app is installed already'), canGoOn()]).toEqual([true, false])
})

it('speaks Russian', async () => {
  const { page } = await open({ app: { readScopes: async () => ['crm'] } }, 'ru')
  expect(page.text()).toContain('не выданы: sale, placement')
})
