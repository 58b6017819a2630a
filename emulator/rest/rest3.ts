/** The address of REST 3.0, `/rest/api/…`: the local portal has no method there, and says so as REST 3.0 says it. */
import type { Outcome } from './answers'
import { RestError } from '@emulator/calls/errors'

const PREFIX = 'BITRIX_REST_V3_EXCEPTION_'

/** unconfirmed: the status and every text; what one client measured was 401 for all callers that are not known. */
const ACCESS_DENIED = { code: `${PREFIX}ACCESSDENIEDEXCEPTION`, status: 401, message: 'Access denied' }

/** What REST 3.0 makes of the errors that any call may have; system errors that it does not name stay as they are. */
const REST3_ERRORS: Record<string, { code: string; status: number; message: string }> = {
  NO_AUTH_FOUND: ACCESS_DENIED,
  INVALID_CREDENTIALS: ACCESS_DENIED,
  invalid_token: ACCESS_DENIED,
  expired_token: ACCESS_DENIED,
  user_access_error: { ...ACCESS_DENIED, status: 403 },
  INVALID_REQUEST: { code: `${PREFIX}INVALIDJSONEXCEPTION`, status: 400, message: 'Invalid JSON' },
  // unconfirmed: the page of the batch has this code and 400 for a command; by itself a method may be refused otherwise.
  ERROR_METHOD_NOT_FOUND: { code: `${PREFIX}METHODNOTFOUNDEXCEPTION`, status: 400, message: 'Method not found' },
}

/** A body that is not JSON. */
export function invalidJson(): RestError {
  return new RestError('INVALID_REQUEST', 'The request body is not JSON')
}

/** A refusal in the shape of REST 3.0. @see api-reference/rest-v3.md */
export function toRest3Outcome(error: RestError): Outcome {
  const { code, status, message } = REST3_ERRORS[error.code] ?? error
  return { status, body: { error: { code, message } }, error: code, tookMs: 0 }
}
