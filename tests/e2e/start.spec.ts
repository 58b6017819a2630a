import type { ChildProcess } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { appFrame, expect, test } from './portal-test'
import { orderSearchBox } from './sections'

/** Runs `npm start` as a person does, on a port of its own. */
function npmStart(port: number): { child: ChildProcess; output: () => string } {
  let text = ''
  const child = spawn('npm', ['start'], { env: { ...process.env, PORT: String(port) }, detached: true })
  child.stdout?.on('data', (part) => (text += part))
  child.stderr?.on('data', (part) => (text += part))
  return { child, output: () => text }
}

function stop({ pid }: ChildProcess): void {
  // npm, its shell and the server are one process group.
  if (pid) process.kill(-pid)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

test('npm start shows the app from its sources inside the portal', async ({ page }) => {
  test.setTimeout(300_000)
  const port = await freePort()
  const started = npmStart(port)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  try {
    await expect.poll(started.output, { timeout: 90_000 }).toContain(`http://localhost:${port}`)
    await page.goto(`http://localhost:${port}/`)
    await page
      .getByRole('link', { name: /^Order No\. / })
      .first()
      .click()
    const card = page.frameLocator('iframe[src*="IFRAME=Y"]')
    await card.getByRole('tab', { name: 'Orders' }).click()
    const frame = card.frameLocator('iframe[name*="|"]')
    await expect(frame.getByRole('button', { name: 'Bring an order here' })).toBeVisible({ timeout: 90_000 })
    await page.goto(`http://localhost:${port}/marketplace/app/1/`)
    await expect(orderSearchBox(appFrame(page))).toBeVisible({ timeout: 90_000 })
    expect(asked.filter((url) => /\/src\/pages\/\w+\.vue/.test(url))).not.toEqual([])
    // The kit comes bundled, with what it needs of its libraries: one by one their files would be megabytes.
    expect(asked.filter((url) => /\/node_modules\/@bitrix24\/|\/deps\/reka-ui/.test(url))).toEqual([])
  } finally {
    stop(started.child)
  }
})

test('a taken port is one clear sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const started = npmStart(port)
  try {
    const code = await new Promise((resolve) => started.child.once('exit', resolve))
    expect(code).toBe(1)
    expect(started.output()).toContain(`${port}`)
    expect(started.output()).toContain('PORT=')
    expect(started.output()).not.toMatch(/\n\s+at /)
  } finally {
    other.close()
  }
})
