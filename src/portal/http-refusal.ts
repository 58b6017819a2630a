import * as v from 'valibot'

/** The portal's own answer inside what the HTTP client threw. */
const REFUSAL = v.object({
  response: v.object({
    data: v.object({ error: v.string(), error_description: v.optional(v.string(), '') }),
  }),
})

/** What the portal said when it refused a request. */
interface HttpRefusal {
  code: string
  description: string
}

/** Reads the portal's refusal in an error of the HTTP client; nothing where the portal named no code as a string. */
export function readRefusal(httpError: unknown): HttpRefusal | undefined {
  const parsed = v.safeParse(REFUSAL, httpError)
  if (!parsed.success) return undefined
  const { error: code, error_description: description } = parsed.output.response.data
  return { code, description }
}
