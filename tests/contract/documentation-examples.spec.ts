import type { PortalServer } from '@emulator/server'
import type { Example } from '@tests/fixtures/documentation'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '@emulator/calls/identity'
import { resetPortal } from '@emulator/create-portal'
import { ensureCertificate } from '@emulator/http/certificate'
import { startPortalServer } from '@emulator/server'
import { ADD, arrangeExample, DELETE, GET_FIELDS, LIST, OWNER_TYPES } from '@tests/fixtures/documentation'

const run = promisify(execFile)
const APP = { kind: 'address', handler: 'http://127.0.0.1/app' } as const
const JSON_HEADERS = { 'Content-Type': 'application/json', 'Accept': 'application/json' }

interface HttpAnswer {
  status: number
  text: string
}

type HttpClient = (url: string, body: string) => Promise<HttpAnswer>

/** The command line of the pages, and the status asked for besides. */
const byCurl: HttpClient = async (url, body) => {
  const headers = Object.entries(JSON_HEADERS).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const { stdout } = await run('curl', ['-X', 'POST', ...headers, '-d', body, '-s', '-w', '\n%{http_code}', url])
  const at = stdout.lastIndexOf('\n')
  return { status: Number(stdout.slice(at + 1)), text: stdout.slice(0, at) }
}

/** The same request where there is no curl. */
const byNode: HttpClient = (url, body) =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers: JSON_HEADERS }, (answer) => {
      let text = ''
      answer
        .setEncoding('utf8')
        .on('data', (chunk) => (text += chunk))
        .on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    sent.on('error', reject).end(body)
  })

const hasCurl = await run('curl', ['--version']).then(
  () => true,
  () => false,
)
const client = hasCurl ? byCurl : byNode

/** The answer is the sample's but for `time`, which has at least the sample's names. */
function expectSample({ text, status }: HttpAnswer, example: Example): void {
  expect(status).toBe(200)
  const { time, ...answer } = JSON.parse(text)
  expect(answer).toEqual(example.answer)
  expect(Object.keys(time)).toEqual(expect.arrayContaining(example.time))
}

describe(`the documentation's command lines, run by ${hasCurl ? 'curl' : 'the http client of Node, as there is no curl here'}`, () => {
  let server: PortalServer
  beforeAll(async () => {
    server = await startPortalServer({ port: 0, app: APP })
  })
  afterAll(() => server.close())

  function arrange(example: Pick<Example, 'bindings'>, user = 1): { token: string } {
    resetPortal(server.portal)
    arrangeExample(server.portal, example)
    return { token: openSession(server.portal, user).accessToken }
  }

  const byWebhook = (example: Example, webhook = '1/adminsecret') => {
    arrange(example)
    return client(`${server.url}/rest/${webhook}/${example.method}`, JSON.stringify(example.params))
  }
  const byToken = (example: Example) => {
    const { token } = arrange(example)
    return client(`${server.url}/rest/${example.method}`, JSON.stringify({ ...example.params, auth: token }))
  }
  const stored = (orderId: number) => server.portal.data.bindings.get(orderId)

  it('list the owner types by webhook', async () => expectSample(await byWebhook(OWNER_TYPES), OWNER_TYPES))
  it('list the owner types by token', async () => expectSample(await byToken(OWNER_TYPES), OWNER_TYPES))

  it('bind an order by webhook', async () => {
    expectSample(await byWebhook(ADD), ADD)
    expect(stored(5125)).toEqual({ ownerId: 6933, ownerTypeId: 2 })
  })
  it('bind an order by token', async () => {
    expectSample(await byToken(ADD), ADD)
    expect(stored(5125)).toEqual({ ownerId: 6933, ownerTypeId: 2 })
  })

  it('unbind an order by webhook', async () => {
    expectSample(await byWebhook(DELETE), DELETE)
    expect(stored(5125)).toBeUndefined()
  })
  it('unbind an order by token', async () => {
    expectSample(await byToken(DELETE), DELETE)
    expect(stored(5125)).toBeUndefined()
  })

  it('describe the fields by webhook', async () => expectSample(await byWebhook(GET_FIELDS), GET_FIELDS))
  it('describe the fields by a token in the address', async () => {
    const { token } = arrange(GET_FIELDS)
    expectSample(await client(`${server.url}/rest/${GET_FIELDS.method}?auth=${token}`, '{}'), GET_FIELDS)
  })

  it('list bindings by webhook', async () => expectSample(await byWebhook(LIST), LIST))
  it('list bindings by token', async () => expectSample(await byToken(LIST), LIST))

  it('are refused as printed when the binding exists', async () => {
    const received = await byWebhook({ ...ADD, bindings: [[5125, 6933]] })
    expect(received).toEqual({
      status: 400,
      text: '{"error":"201650000001","error_description":"Duplicate entry for key [ownerId, ownerTypeId, orderId]"}',
    })
  })

  it('are refused as printed when names are missing', async () => {
    const received = await byWebhook({ ...DELETE, params: { fields: { ownerTypeId: 2 } } })
    expect(received).toEqual({
      status: 400,
      text: '{"error":"0","error_description":"Required fields: ownerId, orderId"}',
    })
  })

  it('are refused as printed to who may not read the fields', async () => {
    const received = await byWebhook(GET_FIELDS, '3/employeesecret')
    expect(received).toEqual({ status: 400, text: '{"error":"200040300010","error_description":"Access Denied"}' })
  })

  it('are refused as printed to who may not read bindings', async () => {
    const received = await byWebhook(LIST, '3/employeesecret')
    expect(received).toEqual({ status: 400, text: '{"error":"200040300010","error_description":"Access Denied"}' })
  })

  it('are refused by the documented code to who may not write', async () => {
    const received = await byWebhook(ADD, '2/managersecret')
    expect(received).toEqual({ status: 400, text: '{"error":"200040300020","error_description":"Access Denied"}' })
  })
})

describe('B24Hook of the SDK 2.2.0, on a server', () => {
  const runHook = async (server: PortalServer, example: Example, env: NodeJS.ProcessEnv = {}): Promise<HttpAnswer> => {
    arrangeExample(server.portal, example)
    const args = [
      'tests/fixtures/hook-client.mjs',
      `${server.url}/rest/1/adminsecret`,
      example.method,
      JSON.stringify(example.params),
    ]
    const { stdout } = await run(process.execPath, args, { env: { ...process.env, ...env } })
    return { status: 200, text: stdout }
  }

  it('calls over http, once its address is no longer https', async () => {
    const server = await startPortalServer({ port: 0, app: APP })
    try {
      expectSample(await runHook(server, GET_FIELDS), GET_FIELDS)
    } finally {
      await server.close()
    }
  })

  it("calls over https, trusting the portal's own certificate", async () => {
    const folder = await mkdtemp(join(tmpdir(), 'certificate-'))
    const server = await startPortalServer({ port: 0, app: APP, certificate: await ensureCertificate(folder) })
    try {
      expectSample(await runHook(server, ADD, { NODE_EXTRA_CA_CERTS: join(folder, 'certificate.pem') }), ADD)
    } finally {
      await server.close()
      await rm(folder, { recursive: true })
    }
  })

  it('trusts no other certificate', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'certificate-'))
    const server = await startPortalServer({ port: 0, app: APP, certificate: await ensureCertificate(folder) })
    try {
      await expect(runHook(server, OWNER_TYPES)).rejects.toThrow()
    } finally {
      await server.close()
      await rm(folder, { recursive: true })
    }
    // The SDK tries several times before it gives up.
  })
})
