import { fileURLToPath } from 'node:url'
import bitrix24UI from '@bitrix24/b24ui-nuxt/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import packageJson from './package.json' with { type: 'json' }
import { bundleKit } from './scripts/bundle-kit.ts'
import { neededBy } from './scripts/code-groups.ts'
import { compileHint } from './scripts/compile-hint.ts'
import { contentSecurityPolicy } from './scripts/content-security-policy.ts'
import { preloadPages } from './scripts/preload-pages.ts'
import { trimAxios } from './scripts/trim-axios.ts'
import { trimIcons } from './scripts/trim-icons.ts'
import { trimKit } from './scripts/trim-kit.ts'
import { trimLuxon } from './scripts/trim-luxon.ts'
import { trimSdk } from './scripts/trim-sdk.ts'
import { trimStyles } from './scripts/trim-styles.ts'
import { trimThemes } from './scripts/trim-themes.ts'
import { trimVueI18n } from './scripts/trim-vue-i18n.ts'
import { withoutDevtools } from './scripts/without-devtools.ts'

/**
 * What asks the portal the first question runs before everything else. One file for what the pages share: each more begins its
 * compression anew. What only the app page needs at once is another one: in the tabs it comes when an order is brought. The rest is
 * shared by parts that come later.
 */
const CODE_GROUPS = [
  neededBy('connect', ['main.ts'], 4),
  neededBy('shared', ['start-app.ts', 'pages/OwnerTab.vue', 'pages/OrderTab.vue'], 3),
  neededBy('orders', ['pages/MainPage.vue'], 2),
  // The choice of an owner opens by itself on an order without one.
  neededBy('choice', ['features/binding-card/OwnerChooser.vue'], 1),
  // What a change needs is there as a whole or not at all: nothing is written that could not be asked about and told of.
  { name: 'change', test: /\/src\/(?:binding|features\/binding-card\/(?:change-panel|tray))\//, priority: 1 },
  // Ticks and their bar come together, and with them what long lists need.
  {
    name: 'selection',
    test: /\/src\/(?:features\/selection\/(?!SelectionToPlan)[^/]+|i18n\/later\/selection.*|ui\/(?:grid\/far\/.*|seen-part\.ts))$/,
    priority: 1,
  },
  // What is searched for beyond what a list shows at first.
  {
    name: 'search',
    test: /\/src\/features\/order-search\/(?:FilterMenus|OrdersOfCustomers|ScannedOrders|ScanLine|useOrderScan)/,
    priority: 1,
  },
  // Texts and the work on many orders are no part of it: each comes with what first needs it.
  { name: 'later', test: /^(?!.*\/(?:i18n\/later|features\/bulk|virtual-core)\/)/, minShareCount: 2 },
]

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const kit = bitrix24UI({
  router: false,
  prose: false,
  mdc: false,
  colorModeStorageKey: null,
  autoImport: false,
  components: false,
  dts: false,
  experimental: { componentDetection: true },
})

export default defineConfig({
  // A ZIP application is served from a sub-path of a CDN: every address is relative.
  base: './',
  plugins: [
    vue(),
    kit,
    bundleKit([kit].flat()),
    compileHint(),
    contentSecurityPolicy(),
    preloadPages(),
    trimAxios(),
    trimIcons(),
    trimKit(),
    trimLuxon(),
    trimSdk(),
    trimStyles(),
    trimThemes(),
    trimVueI18n(),
    withoutDevtools(),
  ],
  // Neither this app nor the kit has components in the options style.
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
    __APP_VERSION__: JSON.stringify(packageJson.version),
    __SDK_VERSION__: JSON.stringify(packageJson.dependencies['@bitrix24/b24jssdk']),
  },
  resolve: {
    alias: {
      '@contract': folder('./contract'),
      '@cli': folder('./cli'),
      '@emulator': folder('./emulator'),
      'b24-local-portal': folder('./emulator/start-portal.ts'),
      '@scripts': folder('./scripts'),
      '@tests': folder('./tests'),
      '@': folder('./src'),
    },
  },
  build: {
    // The oldest browsers that the app runs in; `public/before-app.js` tells it to older ones.
    target: ['chrome111', 'firefox128', 'safari16.4'],
    modulePreload: { polyfill: false },
    // Limits are set by what a page needs, in .size-limit.ts, not by files.
    chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
    rolldownOptions: {
      input: [folder('./index.html'), folder('./install.html')],
      output: { codeSplitting: { groups: CODE_GROUPS } },
    },
  },
  test: {
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,vue}', 'emulator/**/*.ts', 'scripts/**/*.ts'],
      exclude: ['emulator/parent/**'],
      reporter: ['text-summary', 'html'],
    },
    // No person of the local portal lives there: a date by the computer's own clock shows itself.
    env: { TZ: 'Pacific/Auckland' },
    // One less than there are, unless told: half of a machine with two.
    maxWorkers: '100%',
    // Milliseconds. Alone no test takes five seconds: these tell of a standstill, not of a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', isolate: false, environment: 'node', include: ['tests/unit/**/*.spec.ts'] },
      },
      {
        extends: true,
        test: { name: 'contract', isolate: false, environment: 'node', include: ['tests/contract/**/*.spec.ts'] },
      },
      {
        extends: true,
        // Thousands of runs take minutes; the two hundred of the test command a few seconds.
        test: { name: 'soak', environment: 'node', include: ['tests/soak/**/*.spec.ts'], testTimeout: 1_800_000 },
      },
      {
        extends: true,
        test: {
          name: 'package',
          environment: 'node',
          globalSetup: ['scripts/pack-portal.ts'],
          include: ['tests/package/**/*.spec.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['tests/component/**/*.spec.ts'],
          setupFiles: ['tests/support/component-setup.ts'],
          server: { deps: { inline: [/@bitrix24\/b24ui-nuxt/, /@bitrix24\/b24icons-vue/] } },
        },
      },
    ],
  },
})
