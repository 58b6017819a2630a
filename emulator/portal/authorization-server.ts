/**
 * Hosts of the vendor's authorization servers, west and east, which clients have built in; both are a part of this portal.
 * @see settings/oauth/index.md
 */
export const AUTHORIZATION_HOSTS = ['oauth.bitrix.info', 'oauth.bitrix24.tech'] as const

/** One of these hosts. */
export type AuthorizationHost = (typeof AUTHORIZATION_HOSTS)[number]

/** The host that this portal names where nobody has asked by another one. */
export const AUTHORIZATION_HOST: AuthorizationHost = 'oauth.bitrix.info'

/** Address of the REST interface of an authorization server. */
export function toServerEndpoint(host: AuthorizationHost): string {
  return `https://${host}/rest/`
}
