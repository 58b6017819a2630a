/** `npm run bench` measures the first screen, `npm run bench -- portal` the local portal. */
import { build } from 'vite'

const [what = 'first-screen'] = process.argv.slice(2)
if (what === 'portal') await import('./portal')
else if (what === 'first-screen') {
  await build({ logLevel: 'warn' })
  await import('./first-screen')
} else throw new Error(`There is no bench "${what}": first-screen and portal are there.`)
