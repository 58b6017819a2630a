import { describe, expect, it } from 'vitest'
import { startPortal } from 'b24-local-portal'

const NOOR = { id: 12, name: 'Noor', lastName: 'Adeyemi', position: 'Auditor', isAdmin: false, storeRight: 'D' }
const HOOK = { user: 1, secret: 'audit', scopes: ['crm'] }
const BINDING = { orderId: 1, ownerId: 201, ownerTypeId: 2 }
const METHOD = { scopes: [], run: () => ({ result: true }) }

/** Starts as a caller without types does. */
function startAnyhow(options: unknown): Promise<unknown> {
  return Reflect.apply(startPortal, undefined, [options])
}

describe('the options of startPortal', () => {
  it.each<[string, unknown]>([
    ['startPortal takes an object of options, not null.', null],
    ['startPortal takes an object of options, not string.', 'dist'],
    ['There is no option prot (5); known are app, port,', { prot: 5 }],
    ['There is no option registration.scope ("crm"); known are', { registration: { scope: 'crm' } }],
    ['The option port is "x"; it must be an integer from 0 to 65535.', { port: 'x' }],
    ['The option port is 65536; it must be', { port: 65_536 }],
    ['The option app is 5; it must be an address', { app: 5 }],
    ['The option app is an object; it must be an address', { app: {} }],
    ['The option host is 5; it must be a text that is not empty.', { host: 5 }],
    ['The option https is an object; it must be true, or { key, certificate } as texts.', { https: { key: 'a' } }],
    ['The option scenario is ""; it must be the name of a scenario.', { scenario: '' }],
    ['The option webhooks[0].user is 99; it must be the id of a person.', { webhooks: [{ ...HOOK, user: 99 }] }],
    ['The option webhooks[0].secret is "a b"; it must be letters', { webhooks: [{ ...HOOK, secret: 'a b' }] }],
    ['The option webhooks has the user 1 with "audit" twice.', { webhooks: [HOOK, HOOK] }],
    ['The option webhooks[0].scopes is "crm"; it must be a list.', { webhooks: [{ ...HOOK, scopes: 'crm' }] }],
    ['The option webhooks[0].scopes[0] is 5; it must be a text.', { webhooks: [{ ...HOOK, scopes: [5] }] }],
    ['The option people[0].id is 1.5; it must be a positive integer.', { people: [{ ...NOOR, id: 1.5 }] }],
    ['The option people has the id 12 twice.', { people: [NOOR, NOOR] }],
    ['The option people[0].position is undefined; it must be a text.', { people: [{ ...NOOR, position: undefined }] }],
    [
      'The option people[0].timeZone is "Mars"; it must be a time zone, as Europe/Berlin.',
      { people: [{ ...NOOR, timeZone: 'Mars' }] },
    ],
    ['The option people[0].storeRight is "X"; it must be D, U or W.', { people: [{ ...NOOR, storeRight: 'X' }] }],
    ['The option people[0].isAdmin is "no"; it must be true or false.', { people: [{ ...NOOR, isAdmin: 'no' }] }],
    ['There is no option data.deals (a list); known are items,', { data: { deals: [] } }],
    ['The option data.contacts[0].id is "1"; it must be a positive integer.', { data: { contacts: [{ id: '1' }] } }],
    ['The option data.items[2] has the id 7 twice.', { data: { items: { 2: [{ id: 7 }, { id: 7 }] } } }],
    [
      'The option data.bindings has the order 77777, which the portal does not have.',
      { data: { bindings: [{ ...BINDING, orderId: 77_777 }] } },
    ],
    ['which the portal does not have.', { scenario: 'empty', data: { bindings: [BINDING] } }],
    ['The option data.bindings[0].ownerId is 0; it must be', { data: { bindings: [{ ...BINDING, ownerId: 0 }] } }],
    ['The option data.bindings has the order 1 twice.', { data: { bindings: [BINDING, BINDING] } }],
    ['The option methods["a.b"] is a function; it must be', { methods: { 'a.b': METHOD.run } }],
    ['The option methods["a.b"].scopes is undefined; it must be', { methods: { 'a.b': { run: METHOD.run } } }],
    ['The option methods has Batch, which cannot be replaced.', { methods: { Batch: METHOD } }],
    ['The option methods has a.b and A.b, which are one name', { methods: { 'a.b': METHOD, 'A.b': METHOD } }],
    ['The option registration.placements[0] is "tab"; it must be', { registration: { placements: ['tab'] } }],
    ['The option registration.placements[0].code is "tab"', { registration: { placements: [{ code: 'tab' }] } }],
  ])('are refused: %s', async (sentence, options) => {
    await expect(startAnyhow(options)).rejects.toThrow(sentence)
  })

  it('may be undefined, and bind orders of the sample', async () => {
    const portal = await startPortal({ port: undefined, data: { bindings: [BINDING] } })
    expect(portal.state().bindings).toContainEqual(BINDING)
    await portal.stop()
  })
})
