import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { findNginx, NGINX_ADVICE } from '@scripts/find-nginx'
import { fillIn, startAppServer, startNginx } from './nginx'

const LOGS = 'access_log /var/log/nginx/access.log; error_log /var/log/nginx/error.log;'

test.skip(!findNginx(), NGINX_ADVICE)

/** The block of the guide in this language that has this text in it. */
function blockOf(language: string, part: string): string {
  const guide = readFileSync('docs/install.md', 'utf8')
  const blocks = [...guide.matchAll(/^ *```(\w+)\n([\s\S]*?)^ *```$/gm)]
  const [, , found] = blocks.find(([, name, text]) => name === language && text?.includes(part)) ?? []
  if (found === undefined) throw new Error(`The guide has no block with ${part}.`)
  return found
}

function run(commands: string, cwd = '.'): string {
  return execFileSync('bash', ['-euo', 'pipefail', '-c', commands], { cwd, encoding: 'utf8' })
}

/** A folder for this test alone, among the results of the tests. */
function makeFolder(): string {
  const folder = test.info().outputPath('files')
  mkdirSync(folder, { recursive: true })
  return folder
}

test('the configuration is filled in by the command of the guide', () => {
  const folder = makeFolder()
  symlinkSync(resolve('deploy'), join(folder, 'deploy'))
  run(blockOf('sh', 'envsubst'), folder)
  const written = readFileSync(join(folder, 'order-binder.conf'), 'utf8')
  expect(written).toContain('$request_method')
  expect(written).toBe(fillIn('https://portal.example.com'))
})

test('the commands that look at the server print what the guide says', async () => {
  const nginx = await startAppServer('https://portal.example.com')
  const printed = run(blockOf('sh', '/health').replaceAll('https://orders.example.com', nginx.url))
  await nginx.stop()
  expect(printed.split(/\r?\n/)).toEqual(['200', '200', 'frame-ancestors https://portal.example.com', ''])
})

test('a folder of an on-premise portal answers the POST with the lines of the guide, and not without', async () => {
  const root = makeFolder()
  symlinkSync(resolve('dist'), join(root, 'order-binder'))
  const statuses: number[] = []
  for (const lines of ['', blockOf('nginx', '405')]) {
    const site = `server { listen 8080; root /usr/share/nginx/order-binder; ${LOGS} ${lines} }`
    const nginx = await startNginx(site, root)
    for (const page of ['index.html', 'install.html', 'icon.svg', ''])
      statuses.push((await fetch(`${nginx.url}/order-binder/${page}`, { method: 'POST', body: 'a=b' })).status)
    await nginx.stop()
  }
  expect(statuses).toEqual([405, 405, 405, 405, 200, 200, 405, 200])
})
