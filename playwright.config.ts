import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/find-browser'
import { launchOptions } from './scripts/launch-options'

/** Every worker starts a portal of its own with the built app inside; `start.spec.ts` runs `npm start` itself. */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './scripts/make-builds.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Milliseconds. Alone, a test takes 5 s at most (`start.spec.ts` has a limit of its own): these tell a standstill from a busy
  // machine.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    launchOptions: launchOptions(findBrowser()),
    locale: 'en-US',
    // No person of the local portal lives there: a date by the browser's own clock shows itself.
    timezoneId: 'Pacific/Auckland',
    // A trace films every test, which takes as much time as the tests do: TRACE=1 asks for the traces of failed tests.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
})
