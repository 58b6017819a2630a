/** The seam below which the portal is reached: the SDK in a frame, or a local portal in a unit test. */

/** The answer of one REST call that the portal accepted. */
export interface CallAnswer {
  result: unknown
  total?: unknown
  next?: unknown
  time?: unknown
}

export interface RestCommand {
  method: string
  params: Record<string, unknown>
  /** A refusal is one of its ordinary answers: it travels in a batch, where the browser does not report an HTTP 400. */
  isProbe?: boolean
  /** What later commands of the same batch call it by. */
  key?: string
}

/**
 * Asked each time a request is about to be put on the wire, a repeat after the renewal of a token included; `false` keeps it
 * from leaving. So the caller learns when it left.
 */
export type MayLeave = () => boolean

/** Options of a batch. `halt` stops at the first refused command; later ones do not run. */
export interface BatchOptions {
  halt: boolean
  mayLeave?: MayLeave
}

/** What became of one command; a command that is absent from the answer did not run, or its row was lost. */
export type CommandAnswer = { ok: true; answer: CallAnswer } | { ok: false; code: string; description: string }

/**
 * Why a call gave no answer.
 * - `refused`: the portal named an error code; `status` is the HTTP status, 0 for a command of a batch
 * - `network`: the connection failed or was cut; whether the portal did the work is unknown
 * - `timeout`: no answer in time; likewise unknown
 * - `broken`: an answer that is not the portal's (an HTML page, a 5xx without a code)
 * - `withheld`: the caller kept the request from leaving, and no sending of it before was carried out
 */
export type TransportErrorKind = 'refused' | 'network' | 'timeout' | 'broken' | 'withheld'

/** The one error shape below the portal. Holds neither tokens nor parameters. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  readonly kind: TransportErrorKind
  readonly code: string
  readonly description: string
  readonly status: number

  constructor(facts: { kind: TransportErrorKind; code: string; description?: string; status?: number }) {
    super(`${facts.kind} ${facts.code}`)
    this.kind = facts.kind
    this.code = facts.code
    this.description = facts.description ?? ''
    this.status = facts.status ?? 0
  }
}

/** What the portal page around the frame can do. */
export interface FrameCommands {
  /** Asks the portal to give the frame this height, in CSS pixels. Silence of the portal is no error. */
  setHeight(height: number): void
  /** Opens a page of the portal over this one; `unavailable` when the portal refuses the path. */
  openPath(path: string): Promise<'closed' | 'unavailable'>
  /** Keeps a value for this person in this app. Silence of the portal is no error. */
  setUserOption(name: string, value: string): void
  /** Tells the portal that the app is installed. Never answered: the portal opens the app in the place of this page. */
  finishInstall(): void
}

/** What the portal told the frame at the start. */
export interface FrameContext {
  placement: string
  /** As the portal sent it: an object, `[]`, or JSON text. */
  placementOptions: unknown
  language: string
  isAdmin: boolean
  /** The app waits for its installer. */
  isInstalling: boolean
  /** Address of the page that runs in the frame. */
  appAddress: string
  userOptions: unknown
  /** What the administrator has set for everybody in this app. */
  appOptions: unknown
  /** `https://acme.example` */
  portalOrigin: string
}

/** One call or one batch to the portal, and the frame around the app. Sends everything exactly once. */
export interface Transport {
  /** @throws TransportError */
  call(command: RestCommand): Promise<CallAnswer>
  /**
   * Sends up to 50 commands as one request. Answers are keyed as the commands are; missing keys have no row.
   * @throws TransportError when the request as a whole failed
   */
  batch(commands: Record<string, RestCommand>, options: BatchOptions): Promise<Record<string, CommandAnswer>>
  readonly context: FrameContext
  readonly frame: FrameCommands
}
