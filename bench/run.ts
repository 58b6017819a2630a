/**
 * `npm run bench` measures the first screen, `-- portal` the local portal, `-- start` how long `npm start` takes, `-- bulk` runs of many
 * orders, `-- scan` the search for orders without an owner, `-- lists` how smoothly 10,000 rows scroll.
 */
import { build } from 'vite'

const IN_BROWSER: Record<string, () => Promise<unknown>> = {
  'first-screen': () => import('./first-screen'),
  'lists': () => import('./lists'),
  'start': () => import('./start'),
}
const OTHERS: Record<string, () => Promise<unknown>> = {
  portal: () => import('./portal'),
  bulk: () => import('./bulk'),
  scan: () => import('./scan'),
}

const [what = 'first-screen'] = process.argv.slice(2)
const bench = IN_BROWSER[what] ?? OTHERS[what]
if (!bench)
  throw new Error(`There is no bench "${what}": ${Object.keys({ ...IN_BROWSER, ...OTHERS }).join(', ')} are there.`)
if (what in IN_BROWSER) await build({ logLevel: 'warn' })
await bench()
