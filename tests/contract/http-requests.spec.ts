import type { PortalServer } from '@emulator/server'
import type { HttpRequest } from './http-requests.cases'
import { request as sendRequest } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSession } from '@emulator/calls/identity'
import { resetPortal } from '@emulator/create-portal'
import { startPortalServer } from '@emulator/server'
import { AUTHORIZATION_CASES } from './authorization-server.cases'
import { HTTP_CASES } from './http-requests.cases'
import { REST3_CASES } from './rest3.cases'
import { shrinkPortal } from './small-portal'

let server: PortalServer

beforeAll(async () => {
  server = await startPortalServer({ port: 0, app: { kind: 'address', handler: 'http://127.0.0.1/app' } })
})
beforeEach(() => {
  resetPortal(server.portal)
  shrinkPortal(server.portal)
})
afterAll(() => server.close())

/** Sends exactly this, without the help of `fetch`, which tidies paths and refuses some. */
function send({
  path,
  method = 'GET',
  headers = {},
  body = '',
}: HttpRequest): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
  const { port } = new URL(server.url)
  const length = Buffer.byteLength(body)
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      path,
      method,
      headers: { 'host': `localhost:${port}`, 'content-length': length, ...headers },
    }
    const sent = sendRequest(options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

describe('an HTTP request', () => {
  // The second is the portal's own time at work, so that a busy machine tells nothing else.
  for (const { name, request, status = 200, ...expected } of [...HTTP_CASES, ...REST3_CASES, ...AUTHORIZATION_CASES]) {
    it(name, async () => {
      const { accessToken, refreshToken } = openSession(server.portal, 1)
      const stored = JSON.stringify([...server.portal.data.bindings])
      const sent = typeof request === 'function' ? request({ access: accessToken, refresh: refreshToken }) : request
      const before = process.cpuUsage()
      const received = await send(sent)
      const { user, system } = process.cpuUsage(before)
      expect((user + system) / 1000).toBeLessThan(1000)
      expect(received.status).toBe(status)
      if (expected.headers) expect(received.headers).toMatchObject(expected.headers)
      if (expected.text !== undefined) expect(received.text).toBe(expected.text)
      if (expected.partialBody) expect(JSON.parse(received.text)).toMatchObject(expected.partialBody)
      if (expected.body !== undefined)
        expect({ ...JSON.parse(received.text), time: undefined }).toEqual({ ...Object(expected.body), time: undefined })
      expect(JSON.stringify([...server.portal.data.bindings])).toBe(stored)
      expect(Reflect.get({}, 'filter')).toBeUndefined()
    })
  }
})
