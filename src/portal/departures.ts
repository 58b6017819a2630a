import type { MayLeave } from './transport'
import * as v from 'valibot'
import { readRefusal } from './http-refusal'
import { isBeforeTheWork } from './to-failure'
import { TransportError } from './transport'

/** The part of a request that names it: the SDK puts the request's id into the address. */
interface HttpRequest {
  url?: string | undefined
}

/** The part of the SDK's HTTP client that this file uses. */
interface HttpClient {
  interceptors: {
    request: { use(pass: <Request extends HttpRequest>(request: Request) => Request): unknown }
    response: { use(pass: null, fail: (error: unknown) => never): unknown }
  }
}

/** Watches the request with this id for as long as the work lasts. */
type Watch = <Answer>(requestId: string, mayLeave: MayLeave, work: () => Promise<Answer>) => Promise<Answer>

/**
 * Stands where requests really leave. The SDK may hold one in a queue, and repeats it when a 401 has come: a watched request
 * asks `mayLeave` each time, and is repeated only where that 401 says that it did not run.
 */
export function watchDepartures({ interceptors }: HttpClient): Watch {
  const watched = new Map<string, MayLeave>()
  const find = (url = '') => [...watched].find(([requestId]) => url.includes(requestId))?.[1]

  interceptors.request.use((request) => {
    if (find(request.url)?.() === false) throw new TransportError({ kind: 'withheld', code: 'NOT_SENT' })
    return request
  })
  interceptors.response.use(null, (error) => {
    // The SDK takes any 401 that names such a code, in whatever shape, for one before the work.
    const mayHaveRun = v.is(UNAUTHORIZED, error) && find(error.config.url) && !isBeforeTheWork(readRefusal(error)?.code)
    throw !mayHaveRun ? error : new TransportError({ kind: 'broken', code: 'NO_ANSWER', status: 401 })
  })

  return (requestId, mayLeave, work) => {
    watched.set(requestId, mayLeave)
    return work().finally(() => watched.delete(requestId))
  }
}

const UNAUTHORIZED = v.object({
  response: v.object({ status: v.literal(401) }),
  config: v.object({ url: v.string() }),
})
