import type { PortalServer } from '@emulator/server'
import type { Sent } from './doors.cases'
import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSession } from '@emulator/calls/identity'
import { resetPortal } from '@emulator/create-portal'
import { startPortalServer } from '@emulator/server'
import { DOORS } from './doors.cases'
import { makeSmall } from './small-portal'

let server: PortalServer

beforeAll(async () => {
  server = await startPortalServer({ port: 0, app: { kind: 'address', handler: 'http://127.0.0.1/app' } })
})
beforeEach(() => {
  resetPortal(server.portal)
  makeSmall(server.portal)
})
afterAll(() => server.close())

/** Sends exactly this, without the help of `fetch`, which tidies paths and refuses some. */
function send({
  path,
  method = 'GET',
  headers = {},
  body = '',
}: Sent): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
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
    const sent = request(options, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

describe('a request', () => {
  // The second is the portal's own time at work, so that a busy machine tells nothing else.
  it.each(DOORS)('$says', async (door) => {
    const { accessToken, refreshToken } = openSession(server.portal, 1)
    const stored = JSON.stringify([...server.portal.data.bindings])
    const sent = typeof door.send === 'function' ? door.send({ access: accessToken, refresh: refreshToken }) : door.send
    const before = process.cpuUsage()
    const heard = await send(sent)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(1000)
    expect(heard.status).toBe(door.status ?? 200)
    if (door.headers) expect(heard.headers).toMatchObject(door.headers)
    if (door.text !== undefined) expect(heard.text).toBe(door.text)
    if (door.partly) expect(JSON.parse(heard.text)).toMatchObject(door.partly)
    if (door.body !== undefined)
      expect({ ...JSON.parse(heard.text), time: undefined }).toEqual({ ...Object(door.body), time: undefined })
    expect(JSON.stringify([...server.portal.data.bindings])).toBe(stored)
    expect(Reflect.get({}, 'filter')).toBeUndefined()
  })
})
