import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

/** The portal without its servers, and a call that it answers. */
const PROGRAM = `
import { answerControl } from '@emulator/control/answer-control'
import { createPortal } from '@emulator/create-portal'
import { answerPage } from '@emulator/pages/answer-page'
import { answerBridge } from '@emulator/pages/bridge'
import { answerRest } from '@emulator/rest/answer-rest'

const portal = createPortal()
const url = new URL('http://localhost/marketplace/app/1/')
const control = { method: 'GET', path: '/__portal__/state', query: new URLSearchParams(), body: {} }
const open = { method: 'POST', url: new URL('http://localhost/__frame__/open'), body: { placement: 'DEFAULT', options: {} } }
globalThis.answered = answerRest(portal, {
  method: 'profile',
  params: {},
  credentials: { kind: 'webhook', userId: 1, secret: 'adminsecret' },
}).then(({ status }) => [status, answerPage(portal, { method: 'GET', url }).status, answerBridge(portal, open).status,
  answerControl(portal, control).status])
`

it('runs where there is nothing of Node', async () => {
  const { outputFiles } = await build({
    stdin: { contents: PROGRAM, resolveDir: '.' },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    tsconfig: 'tsconfig.base.json',
  })
  const browser = createContext({ URL, URLSearchParams, TextEncoder, structuredClone, setTimeout })
  runInContext(outputFiles[0]?.text ?? '', browser)
  expect(await runInContext('answered', browser)).toEqual([200, 200, 200, 200])
})
