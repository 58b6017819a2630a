import type { RestAnswer } from '@emulator/calls/call'
import type { LocalPortal } from '@emulator/portal/state'
import type { PortalServer } from '@emulator/server'
import type { Statement } from './statement'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '@emulator/calls/identity'
import { createPortal, resetPortal } from '@emulator/create-portal'
import { answerRest } from '@emulator/rest/answer-rest'
import { startPortalServer } from '@emulator/server'
import { COMMON_STATEMENTS } from './common.statements'
import { CRM_STATEMENTS } from './crm.statements'
import { ORDER_ENTITY_STATEMENTS } from './order-entity.statements'
import { ORDER_STATEMENTS } from './orders.statements'
import { makeSmall } from './small-portal'
import { USER_IDS, WEBHOOK_SECRETS } from './test-users'

const FAMILIES = {
  'crm.orderentity': ORDER_ENTITY_STATEMENTS,
  'sale.order and clients': ORDER_STATEMENTS,
  'crm.item and types': CRM_STATEMENTS,
  'common methods and batch': COMMON_STATEMENTS,
}

interface Heard {
  status: number
  body: Record<string, unknown>
}

type Ask = (portal: LocalPortal, statement: Statement) => Promise<Heard>

function arrange(portal: LocalPortal, statement: Statement): string {
  makeSmall(portal)
  const { accessToken } = openSession(portal, USER_IDS[statement.as ?? 'administrator'])
  statement.given?.(portal)
  return accessToken
}

function readAnswer(answer: RestAnswer): Heard {
  if (answer.kind !== 'answer') throw new Error(`The portal gave no answer but a ${answer.kind}.`)
  return { status: answer.status, body: JSON.parse(answer.body) }
}

const askInProcess: Ask = async (portal, statement) => {
  const as = statement.as ?? 'administrator'
  const token = arrange(portal, statement)
  const webhook = { kind: 'webhook', userId: USER_IDS[as], secret: WEBHOOK_SECRETS[as] } as const
  const credentials = statement.byWebhook ? webhook : ({ kind: 'token', token } as const)
  return readAnswer(await answerRest(portal, { method: statement.method, params: statement.params ?? {}, credentials }))
}

const askOverHttp =
  (server: () => PortalServer): Ask =>
  async (portal, statement) => {
    const as = statement.as ?? 'administrator'
    const auth = arrange(portal, statement)
    const door = statement.byWebhook ? `${USER_IDS[as]}/${WEBHOOK_SECRETS[as]}/` : ''
    const response = await fetch(`${server().url}/rest/${door}${statement.method}.json`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...statement.params, ...(statement.byWebhook ? {} : { auth }) }),
    })
    return { status: response.status, body: await response.json() }
  }

/** Run times differ from call to call: they are checked for being there, then left out. */
function withoutTimes(heard: Heard, statement: Statement): unknown {
  const { time, ...rest } = heard.body
  expect(time !== undefined).toBe(heard.status === 200)
  const { result } = rest
  if (statement.method !== 'batch' || typeof result !== 'object' || result === null) return rest
  return { ...rest, result: { ...result, result_time: undefined } }
}

async function prove(portal: LocalPortal, statement: Statement, ask: Ask): Promise<void> {
  const heard = await ask(portal, statement)
  expect(heard.status).toBe(statement.status ?? 200)
  const expected = withoutTimes({ status: 200, body: { ...Object(statement.body), time: {} } }, statement)
  expect(withoutTimes(heard, statement)).toEqual(expected)
  for (const [orderId, owner] of Object.entries(statement.bindings ?? {})) {
    const stored = portal.data.bindings.get(Number(orderId))
    expect(stored ? [stored.ownerTypeId, stored.ownerId] : null).toEqual(owner)
  }
}

describe.each(Object.entries(FAMILIES))('%s in-process', (_, statements) => {
  it.each(statements)('$says', async (statement) => {
    await prove(createPortal({ settings: statement.settings }), statement, askInProcess)
  })
})

describe.each(Object.entries(FAMILIES))('%s over HTTP', (_, statements) => {
  let server: PortalServer
  beforeAll(async () => {
    server = await startPortalServer({ port: 0, app: { kind: 'address', handler: 'http://127.0.0.1/app' } })
  })
  afterAll(() => server.close())

  it.each(statements)('$says', async (statement) => {
    resetPortal(server.portal, statement.settings)
    await prove(
      server.portal,
      statement,
      askOverHttp(() => server),
    )
  })
})
