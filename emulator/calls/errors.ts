/** A refusal of the portal: becomes `{ error, error_description }` with its HTTP status. */
export class RestError extends Error {
  readonly code: string
  readonly status: number
  readonly extra: Record<string, unknown>

  constructor(code: string, description: string, options: { status?: number; extra?: Record<string, unknown> } = {}) {
    super(description)
    this.code = code
    this.status = options.status ?? 400
    this.extra = options.extra ?? {}
  }

  /** The row that stands in a batch and, alone, in the body of an answer. */
  toRefusal(): { error: string; error_description: string } {
    return { error: this.code, error_description: this.message, ...this.extra }
  }
}

/** Status and text of the errors that any method may give. @see _includes/system-errors.md */
const SYSTEM_ERRORS: Record<string, { status: number; description: string }> = {
  'INTERNAL_SERVER_ERROR': { status: 500, description: 'Internal server error' },
  'ERROR_UNEXPECTED_ANSWER': { status: 500, description: 'Server returned an unexpected response' },
  'QUERY_LIMIT_EXCEEDED': { status: 503, description: 'Too many requests' },
  'OPERATION_TIME_LIMIT': { status: 429, description: 'Method is blocked due to operation time limit.' },
  'ERROR_BATCH_METHOD_NOT_ALLOWED': { status: 405, description: 'Method is not allowed for batch usage' },
  'ERROR_BATCH_LENGTH_EXCEEDED': { status: 400, description: 'Max batch length exceeded' },
  'NO_AUTH_FOUND': { status: 401, description: 'Wrong authorization data' },
  'INVALID_REQUEST': { status: 400, description: 'Https required.' },
  'OVERLOAD_LIMIT': { status: 503, description: 'REST API is blocked due to overload.' },
  'ACCESS_DENIED': { status: 403, description: 'REST is available only on commercial plans.' },
  'INVALID_CREDENTIALS': { status: 403, description: 'Invalid request credentials' },
  'ERROR_MANIFEST_IS_NOT_AVAILABLE': { status: 404, description: 'Manifest is not available' },
  'insufficient_scope': {
    status: 403,
    description: 'The request requires higher privileges than provided by the access token',
  },
  'expired_token': { status: 401, description: 'The access token provided has expired' },
  // unconfirmed: the documentation names the code, not the text of a frame's token.
  'invalid_token': { status: 401, description: 'Unable to get application by token' },
  'user_access_error': { status: 403, description: 'The user does not have access to the application.' },
  'PORTAL_DELETED': { status: 500, description: 'Portal was deleted' },
  // unconfirmed from here to the end of the block: these codes stand on no page of the common documentation.
  'WRONG_AUTH_TYPE': {
    status: 403,
    description: 'Current authorization type is denied for this method Application context required',
  },
  'WRONG_ENCODING': { status: 400, description: 'Wrong request encoding' },
  'WRONG_LICENSE': { status: 403, description: 'Wrong license' },
  'APPLICATION_NOT_FOUND': { status: 401, description: 'Application not found' },
  'CONNECTION_ERROR': { status: 401, description: 'Connection error' },
  'METHOD_CONFIRM_WAITING': { status: 401, description: 'Waiting for confirmation' },
  'METHOD_CONFIRM_DENIED': { status: 403, description: 'Method call denied' },
  'authorization_error': { status: 401, description: 'Unable to authorize user' },
  'ERROR_METHOD_NOT_FOUND': { status: 404, description: 'Method not found!' },
  '200040300010': { status: 400, description: 'Access Denied' },
  '200040300020': { status: 400, description: 'Access Denied' },
  '200540400001': { status: 400, description: 'order does not exist' },
  '200540400002': { status: 400, description: 'module sale does not exist' },
}

/** The codes that `systemError` knows. */
export const SYSTEM_ERROR_CODES: readonly string[] = Object.keys(SYSTEM_ERRORS)

/** Makes a documented error by its code; an unlisted code is a 400 with an empty text. */
export function systemError(code: string, override: { status?: number; description?: string } = {}): RestError {
  const known = SYSTEM_ERRORS[code]
  return new RestError(code, override.description ?? known?.description ?? '', {
    status: override.status ?? known?.status ?? 400,
  })
}
