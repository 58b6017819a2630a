import { defineConfig } from '@playwright/test'
import { findBrowser, launchOptions } from './scripts/find-browser'

/** Every worker starts a portal of its own with the built app inside; `start.spec.ts` runs `npm start` itself. */
export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 30_000,
  expect: { timeout: 10_000 },
  use: {
    launchOptions: launchOptions(findBrowser()),
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
})
