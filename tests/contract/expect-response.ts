import type { ExpectedResponse } from './case'
import type { ReceivedResponse } from './transports'
import { expect } from 'vitest'

/** Run times differ by nothing here, but moments do: they are compared only where a case says so. */
function withoutTime(body: unknown): unknown {
  const rest = { ...Object(body), time: undefined }
  if (typeof rest.result === 'object' && rest.result !== null && 'result_time' in rest.result) {
    return { ...rest, result: { ...rest.result, result_time: undefined } }
  }
  return rest
}

/** Compares the status and the whole body, `time` aside. */
export function expectResponse(received: ReceivedResponse, expected: ExpectedResponse): void {
  if (expected.noResponse) return expect(received).toEqual({ noResponse: expected.noResponse })
  if ('noResponse' in received) throw new Error(`The portal sent no response: ${received.noResponse}.`)
  expect(received.status).toBe(expected.status ?? 200)
  if (expected.text !== undefined) return expect(received.text).toBe(expected.text)
  const body: unknown = JSON.parse(received.text)
  expect(withoutTime(body)).toEqual(withoutTime(expected.body))
  if (expected.time) expect(Reflect.get(Object(body), 'time')).toMatchObject(expected.time)
}

/** Every result comes with its `time`, no refusal does. @see api-reference/data-types.md */
export function expectTime(received: ReceivedResponse, expected: ExpectedResponse): void {
  if ('noResponse' in received || expected.text !== undefined) return
  const body: unknown = JSON.parse(received.text)
  expect('time' in Object(body)).toBe(!('error' in Object(body)))
}
