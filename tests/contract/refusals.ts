/** The body of a refusal. */
export const refusal = (error: string, description: string) => ({ error, error_description: description })

export const READ_DENIED = { status: 400, body: refusal('200040300010', 'Access Denied') }
export const WRITE_DENIED = { status: 400, body: refusal('200040300020', 'Access Denied') }
