import type { StartedCommand } from '@tests/support/installed-package'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installPackage, startCommand } from '@tests/support/installed-package'

let folder = ''

beforeAll(() => {
  folder = installPackage()
  mkdirSync(join(folder, 'app'))
  writeFileSync(join(folder, 'app', 'index.html'), '<h1>The app</h1>')
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

const read = (name: string) => readFileSync(join(folder, 'node_modules', 'b24-local-portal', name), 'utf8')

/** The code block of the package's README that contains a text. */
function readExample(about: string): string {
  const blocks = [...read('README.md').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block = '']) => block)
  const found = blocks.find((block) => block.includes(about))
  if (!found) throw new Error(`The README has no example about ${about}.`)
  return found
}

describe('the package', () => {
  it('brings everything along and needs no other', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'b24-local-portal',
    ])
    const files = ['dist/index.js', 'dist/index.d.ts', 'dist/assets/parent.js', 'README.md', 'FACTS.md', 'LICENSE']
    expect(files.filter((name) => !existsSync(join(folder, 'node_modules', 'b24-local-portal', name)))).toEqual([])
  })

  it('has nothing of Order Binder inside', () => {
    const programs = readdirSync(join(folder, 'node_modules', 'b24-local-portal', 'dist'), { withFileTypes: true })
    const texts = programs.filter((entry) => entry.isFile()).map(({ name }) => read(join('dist', name)))
    expect(texts.filter((text) => /order.?binder/i.test(text))).toEqual([])
  })
})

describe('its command', () => {
  let portal: StartedCommand
  beforeAll(async () => {
    portal = await startCommand(folder, ['--app', 'app', '--port', '0', '--title', 'Packed app'])
  }, 60_000)
  afterAll(() => portal.stop())

  it('answers REST', async () => {
    const answer = await fetch(`${portal.url}/rest/1/adminsecret/profile`)
    expect(await answer.json()).toMatchObject({ result: { ID: '1', NAME: 'Vera' } })
  })

  it('shows the portal with the app', async () => {
    const page = await (await fetch(`${portal.url}/marketplace/app/1/`)).text()
    expect(page).toContain('Packed app')
    expect(await (await fetch(portal.url.replace('localhost', '127.0.0.1'))).text()).toContain('The app')
  })

  it('serves the scripts and styles of the pages', async () => {
    const get = async (name: string) => (await fetch(`${portal.url}/__frame__/assets/${name}`)).text()
    expect(await get('parent.js')).toContain('getInitData')
    expect(await get('portal.css')).toContain('.app-frame')
  })
})

/** Compiles files of the folder as a developer would, with the compiler of this repository. */
function compile(files: Record<string, string>, options: object): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const base = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    types: [],
  }
  const config = { compilerOptions: { ...base, ...options }, files: Object.keys(files) }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  execFileSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder], { stdio: 'inherit' })
}

const CONTROL = `import { startPortal, type RunningPortal, type StartPortalOptions } from 'b24-local-portal'
const options: StartPortalOptions = { app: { folder: 'app' }, scenario: 'large', settings: { language: 'ru' } }
const portal: RunningPortal = await startPortal(options)
portal.faults([{ method: 'profile', when: { nth: 1 }, effect: { kind: 'error', code: 'QUERY_LIMIT_EXCEEDED' } }])
export const order: number | undefined = portal.reset({ mode: 'with-orders' }).samples.move?.orderId
// @ts-expect-error: no such setting
portal.settings({ mood: 'good' })
await portal.stop()
`

describe('its types', () => {
  it('need neither those of Node nor those of a browser', () => {
    compile({ 'method.ts': readExample("'crm.requisite.list'"), 'control.ts': CONTROL }, { lib: ['ES2023'] })
  }, 60_000)

  it('compile in the tests that its README shows', () => {
    const paths = Object.fromEntries(
      ['vitest', '@playwright/test'].map((name) => [name, [resolve('node_modules', name)]]),
    )
    const files = {
      'vitest.spec.ts': readExample("from 'vitest'"),
      'playwright.spec.ts': readExample('@playwright/test'),
      'count-deals.ts': 'export declare function countDeals(webhook: string): Promise<number>\n',
    }
    compile(files, { lib: ['ES2023', 'DOM'], skipLibCheck: true, paths })
  }, 60_000)
})

/** What the program behind an example prints. */
function runAfter(example: string, program: string): unknown {
  writeFileSync(
    join(folder, 'example.mjs'),
    `${example}
const ask = async (path, body = {}) => {
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return (await fetch(portal.url + '/rest/' + path, request)).json()
}
${program}
await portal.stop()`,
  )
  return JSON.parse(execFileSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' }))
}

describe('the method of its README', () => {
  it('has rights, pages, limits and batches like any other', () => {
    const printed = runAfter(
      readExample("'crm.requisite.list'"),
      `const filter = { ENTITY_ID: 9001 }
console.log(JSON.stringify({
  whole: await ask('1/adminsecret/crm.requisite.list'),
  found: await ask('1/adminsecret/crm.requisite.list', { filter }),
  hidden: await ask('3/employeesecret/CRM.Requisite.List.json', { filter }),
  batch: await ask('1/crmsecret/batch', { cmd: { one: 'crm.requisite.list?filter[ENTITY_ID]=9001' } }),
  known: await ask('1/adminsecret/method.get', { name: 'crm.requisite.list' }),
}))`,
    )
    const ada = { ENTITY_TYPE_ID: '3', ENTITY_ID: '9001', NAME: 'Brandvik' }
    expect(printed).toMatchObject({
      whole: { total: 61, next: 50, time: { operating: expect.any(Number) } },
      found: { result: [ada], total: 1 },
      hidden: { result: [], total: 0 },
      batch: { result: { result: { one: [ada] }, result_total: { one: 1 } } },
      known: { result: { isExisting: true, isAvailable: true } },
    })
  }, 60_000)
})
