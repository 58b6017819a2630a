import bitrix24UI from '@bitrix24/b24ui-nuxt/vite'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import { FLOORS } from './contenders'

/** The kit as it comes, with none of what `vite.config.ts` leaves out of the app's own build. */
const kit = () =>
  bitrix24UI({
    router: false,
    colorModeStorageKey: null,
    autoImport: false,
    components: false,
    dts: false,
    experimental: { componentDetection: ['Select'] },
  })

/** Builds the pages that the app's are measured against, outside of the sources. */
export async function buildFloors(): Promise<void> {
  for (const name of ['vue-fetch', 'vue-sdk', 'kit-select'])
    await build({
      root: `bench/floors/${name}`,
      configFile: false,
      base: './',
      logLevel: 'warn',
      plugins: name === 'kit-select' ? [vue(), kit()] : [],
      build: { outDir: `${process.cwd()}/${FLOORS}/${name}`, emptyOutDir: true },
    })
}
