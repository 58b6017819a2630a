/** `npm run bench` measures the first screen, `-- portal` the local portal, `-- start` how long `npm start` takes, `-- bulk` runs of many orders. */
import { build } from 'vite'

const [what = 'first-screen'] = process.argv.slice(2)
if (what === 'portal') await import('./portal')
else if (what === 'start') await import('./start')
else if (what === 'bulk') await import('./bulk')
else if (what === 'first-screen') {
  await build({ logLevel: 'warn' })
  await import('./first-screen')
} else throw new Error(`There is no bench "${what}": first-screen, portal, start and bulk are there.`)
