import type { Plugin } from 'vite'

const STUB = '\0order-binder:no-devtools'
const FUNCTIONS = ['setupDevtoolsPlugin', 'addCustomTab', 'addCustomCommand', 'onDevToolsClientConnected']

/**
 * Leaves the devtools API out of the dev server's app. It reads `localStorage` when it is imported, and browsers refuse
 * that to a frame of another site: the app would end before its first line. Builds have no devtools anyway.
 */
export function withoutDevtools(): Plugin {
  return {
    ...stub(),
    apply: (_, { command, mode }) => command === 'serve' && mode !== 'test',
    enforce: 'pre',
    // Where Vite bundles dependencies ahead, plugins do not see their imports.
    config: () => ({ optimizeDeps: { rolldownOptions: { plugins: [stub()] } } }),
  }
}

function stub() {
  return {
    name: 'order-binder:without-devtools',
    resolveId: (source: string) => (source === '@vue/devtools-api' ? STUB : null),
    load: (id: string) => (id === STUB ? FUNCTIONS.map((name) => `export const ${name} = () => {}`).join('\n') : null),
  }
}
