import type { FrameCommands, FrameContext, Transport } from '@/portal/transport'
import type { Webhook } from './webhook'
import { ApiVersion, B24Hook } from '@bitrix24/b24jssdk'
import { createCalls, HTTP_TIMEOUT, RESTRICTIONS } from '@/portal/b24-transport'
import { TransportError } from '@/portal/transport'

/** There is no frame, and nobody to show one to. */
const NO_FRAME: FrameCommands = {
  setHeight: () => undefined,
  openPath: async () => 'unavailable',
  setUserOption: () => undefined,
  finishInstall: () => undefined,
}

const toContext = (portalOrigin: string): FrameContext => ({
  placement: 'DEFAULT',
  placementOptions: [],
  language: 'en',
  isAdmin: false,
  isInstalling: false,
  appAddress: portalOrigin,
  userOptions: {},
  appOptions: {},
  portalOrigin,
})

/** How Node names a connection that could not be made, or that broke. */
const CONNECTION = /^(?:ECONN|ENOTFOUND$|EAI_|EPIPE$|EHOST|ENET|ETIMEDOUT$)/

/** Gives a failure the kind that it has in a browser. */
async function asInBrowser<Answer>(sent: Promise<Answer>): Promise<Answer> {
  try {
    return await sent
  } catch (error) {
    const isLost = error instanceof TransportError && error.kind === 'broken' && CONNECTION.test(error.code)
    throw isLost ? new TransportError({ kind: 'network', code: error.code }) : error
  }
}

/** Reaches a portal by a webhook, through the same SDK as in a frame. */
export function connectHook({ origin, userId, secret }: Webhook): Transport {
  const b24 = new B24Hook({ b24Url: origin, userId, secret }, { restrictionParams: RESTRICTIONS })
  // The SDK builds every address with https, whatever it was given: a portal on this computer may have none.
  b24.auth.getTargetOriginWithPath().set(ApiVersion.v2, `${origin}/rest/${userId}/${secret}`)
  const { defaults } = b24.getHttpClient(ApiVersion.v2).ajaxClient
  // Node's client would follow a redirection by itself, and so send a request twice, and elsewhere.
  Object.assign(defaults, { timeout: HTTP_TIMEOUT, maxRedirects: 0 })
  const { call, batch } = createCalls(b24)
  return {
    call: (command) => asInBrowser(call(command)),
    batch: (commands, options) => asInBrowser(batch(commands, options)),
    context: toContext(origin),
    frame: NO_FRAME,
  }
}
