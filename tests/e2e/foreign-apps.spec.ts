import type { ChildProcess } from 'node:child_process'
import type { Frame } from '@playwright/test'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startForeignApp } from '@tests/fixtures/foreign-app'
import { expect, test } from '@tests/fixtures/foreign-test'

interface LegacyClient {
  init: Record<string, unknown>
  ask(command: string, args?: unknown): Promise<unknown>
  tell(command: string, args?: unknown): void
  call(method: string, fields?: [string, string][]): Promise<unknown>
}

declare global {
  var legacy: LegacyClient
}

interface ProcessEnd {
  code: number | null
  output: string
}

/** Runs the command that `npm run portal` runs, and waits for its end or for a line with the portal's address. */
function runPortal(args: string[]): { child: ChildProcess; address: Promise<string>; end: Promise<ProcessEnd> } {
  const child = spawn(process.execPath, ['--import', 'tsx', 'emulator/main.ts', ...args], {
    env: { ...process.env, PORT: '0' },
  })
  let output = ''
  const address = new Promise<string>((resolve) => {
    child.stdout?.on('data', (chunk) => {
      output += String(chunk)
      const found = /Portal\s+(http:\S+)/.exec(output)?.[1]
      if (found) resolve(found)
    })
  })
  child.stderr?.on('data', (chunk) => void (output += String(chunk)))
  const end = new Promise<ProcessEnd>((resolve) => child.on('close', (code) => resolve({ code, output })))
  return { child, address, end }
}

test.describe('npm run portal', () => {
  test('shows an app by its address, with installer, scopes, title and places', async ({ page }) => {
    const app = await startForeignApp()
    const { child, address, end } = runPortal([
      '--app',
      `${app.origin}/2.2.0/`,
      '--install',
      '/2.2.0/install',
      '--scope',
      'crm,placement',
      '--title',
      'Their app',
      '--placement',
      'CRM_DEAL_DETAIL_TAB',
      'CRM_DEAL_LIST_TOOLBAR',
    ])
    try {
      await page.goto(await address)
      const installer = page.frameLocator('iframe[name*="|"]')
      await expect(installer.getByText('started in DEFAULT')).toBeVisible()
      expect(app.opened[0]).toMatchObject({ path: '/2.2.0/install', form: { APPLICATION_SCOPE: 'crm,placement' } })
      const frame = page.frames().find((each) => each.url().startsWith(app.origin))
      void frame?.evaluate(() => void globalThis.b24.installFinish()).catch(() => undefined)
      await page.waitForURL(/install_finished=Y/)
      await expect(page.getByRole('heading', { name: 'Their app' })).toBeVisible()
      await page.goto(new URL('/crm/deal/details/204/', await address).href)
      await page.getByRole('tab', { name: 'Their app' }).click()
      await expect(page.frameLocator('iframe[name*="|"]').getByText('started in CRM_DEAL_DETAIL_TAB')).toBeVisible()
    } finally {
      child.kill()
      await end
      await app.close()
    }
  })

  test('serves a folder of files, and finds the installer of a ZIP application in it', async ({ page }) => {
    const folder = await mkdtemp(join(tmpdir(), 'app-'))
    await writeFile(join(folder, 'index.html'), '<!doctype html><p>The app</p>')
    await writeFile(join(folder, 'install.html'), '<!doctype html><p>The installer</p>')
    const { child, address, end } = runPortal(['--app', folder, '--static'])
    try {
      await page.goto(await address)
      await expect(page.frameLocator('iframe[name*="|"]').getByText('The installer')).toBeVisible()
    } finally {
      child.kill()
      await end
      await rm(folder, { recursive: true })
    }
  })

  test('answers a wrong word with one sentence', async () => {
    expect(await runPortal(['--placement', 'crm_deal']).end).toEqual({
      code: 1,
      output: 'Say which app to show: --app with the address of its page, or a folder with an index.html.\n',
    })
  })
})

test.describe('an app on a client of the first generation', () => {
  const start = async (frame: Frame) => expect(frame.locator('#app')).toHaveText('started in DEFAULT')

  test('starts with four segments in every message, reads and writes REST by forms, and commands the page', async ({
    open,
    page,
  }) => {
    const portal = await open({ page: '/legacy/' })
    await portal.goto('/marketplace/app/1/')
    const frame = await portal.frame()
    await start(frame)
    expect(await frame.evaluate(() => globalThis.legacy.init.PATH)).toBe('/rest')

    const [orderId, owner] = [...portal.portal.data.bindings][0] ?? []
    const answer = await frame.evaluate(
      (id) =>
        globalThis.legacy.call('crm.orderentity.list', [
          ['filter[orderId]', id],
          ['select[]', 'ownerId'],
        ]),
      String(orderId),
    )
    expect(answer).toMatchObject({ result: { orderEntity: [{ ownerId: owner?.ownerId }] }, total: 1 })
    await frame.evaluate(() =>
      globalThis.legacy.call('crm.orderentity.add', [
        ['fields[orderId]', '3'],
        ['fields[ownerId]', '202'],
        ['fields[ownerTypeId]', '2'],
      ]),
    )
    expect(portal.portal.data.bindings.get(3)).toEqual({ ownerId: 202, ownerTypeId: 2 })

    expect(await frame.evaluate(() => globalThis.legacy.ask('resizeWindow', { width: 400, height: 300 }))).toEqual({
      width: 400,
      height: 300,
    })
    await frame.evaluate(() => globalThis.legacy.tell('setTitle', { title: 'Old: but well' }))
    await expect(page.locator('#pagetitle')).toHaveText('Old: but well')
  })

  test('gets a new token and calls again', async ({ open }) => {
    const portal = await open({ page: '/legacy/' })
    await portal.goto('/marketplace/app/1/')
    const frame = await portal.frame()
    await start(frame)
    await portal.control.expireTokens()
    expect(await frame.evaluate(() => globalThis.legacy.call('profile'))).toMatchObject({ error: 'expired_token' })
    const answer = await frame.evaluate(async () => {
      const { AUTH_ID } = (await globalThis.legacy.ask('refreshAuth')) as { AUTH_ID: string }
      Object.assign(globalThis.legacy, { auth: AUTH_ID })
      return globalThis.legacy.call('profile')
    })
    expect(answer).toMatchObject({ result: { ID: '1' } })
  })

  // api-reference/widgets/placement-bind.md
  test('binds a place of its own, which the next card shows', async ({ open, page }) => {
    const portal = await open({ page: '/legacy/', registration: { scopes: ['crm', 'placement'], placements: [] } })
    await portal.goto('/marketplace/app/1/')
    const frame = await portal.frame()
    await start(frame)
    const answer = await frame.evaluate(() =>
      globalThis.legacy.call('placement.bind', [
        ['PLACEMENT', 'CRM_DEAL_DETAIL_TAB'],
        ['HANDLER', `${location.origin}/legacy/bound`],
        ['TITLE', 'Bound by itself'],
      ]),
    )
    expect(answer).toMatchObject({ result: true })
    await portal.goto('/crm/deal/details/204/')
    await page.getByRole('tab', { name: 'Bound by itself' }).click()
    await expect((await portal.frame()).locator('#app')).toHaveText('started in CRM_DEAL_DETAIL_TAB')
    expect(portal.lastOpening().path).toBe('/legacy/bound')
  })
})
