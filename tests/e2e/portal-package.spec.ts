import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { installPackage, startCommand } from '@tests/support/installed-package'

test('the installed command boots a static frame app', async ({ page }) => {
  const folder = installPackage()
  const app = join(folder, 'app')
  mkdirSync(app)
  copyFileSync('node_modules/@bitrix24/b24jssdk/dist/umd/index.min.js', join(app, 'sdk.js'))
  copyFileSync('tests/fixtures/sdk-app.js', join(app, 'app.js'))
  const scripts = ['sdk.js', 'app.js'].map((name) => `<script src="${name}"></script>`).join('')
  writeFileSync(join(app, 'index.html'), `<!doctype html><p id="app">silent</p>${scripts}`)
  const portal = await startCommand(folder, ['--app', app, '--static', '--port', '0', '--title', 'Packed app'])
  try {
    await page.goto(`${portal.url}/marketplace/app/1/`)
    await expect(page.getByRole('heading', { name: 'Packed app' })).toBeVisible()
    await expect(page.frameLocator('iframe[name*="|"]').locator('#app')).toHaveText('started in DEFAULT')
  } finally {
    await portal.stop()
    rmSync(folder, { recursive: true })
  }
})
