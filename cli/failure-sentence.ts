import type { PortalFailure } from '@/domain/failure'
import messages from '@/i18n/locales/en.json'

/** The portal's codes are words; whatever else comes is not shown. */
const CODE = /^[\w.: -]{1,60}$/

/** Says why something could not be done, as the app does. */
export function failureSentence({ kind, code }: PortalFailure): string {
  const { why } = messages.failure.kinds[kind]
  const small = code && CODE.test(code) ? ` (${code})` : ''
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}${small}.`
}
