import { chromium } from '@playwright/test'
import { controlClient } from './tests/support/control-client'
const portal = controlClient('http://localhost:5305/')
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const [theme, scheme] of [['dark', 'light'], ['light', 'dark']] as const) {
  const { stories } = await portal.reset({ theme, language: 'en' })
  const page = await browser.newPage({ colorScheme: scheme, viewport: { width: 900, height: 500 } })
  await page.goto(`http://localhost:5305/crm/deal/details/${stories.moveTarget!.ownerId}/?tab=CRM_DEAL_DETAIL_TAB`)
  await page.frameLocator('iframe[name*="|"]').getByRole('article').first().waitFor()
  await page.screenshot({ path: `/tmp/r1shots/theme-${theme}-${scheme}.png` })
}
process.exit(0)
