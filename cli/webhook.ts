/** A webhook of the portal. Its address is a password: it is never shown, logged or stored. */
export interface Webhook {
  /** `https://acme.bitrix24.com` */
  origin: string
  userId: number
  secret: string
}

const PATH = /^\/rest\/(?:api\/)?(\d{1,9})\/([\w-]+)\/?$/
/** Where an address without encryption leaves no computer. */
const LOCAL = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** Reads the address of a webhook, as the portal shows it; nothing where it is none, or would travel unencrypted. */
export function readWebhook(written: string): Webhook | undefined {
  const text = written.trim()
  if (!URL.canParse(text)) return undefined
  const { origin, protocol, hostname, pathname } = new URL(text)
  const [, userId, secret] = PATH.exec(pathname) ?? []
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOCAL.test(hostname))
  return isSafe && userId && secret ? { origin, userId: Number(userId), secret } : undefined
}

/** Takes a webhook out of a text, whoever put it there. */
export function withoutWebhook(text: string, { secret }: Webhook): string {
  return text.replaceAll(secret, '…').replace(/\/rest\/(?:api\/)?\d+\/[\w-]+/g, '/rest/…')
}
