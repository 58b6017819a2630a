export type FaultEffect =
  /** A system error of the portal, with its documented status and text. */
  | { kind: 'error'; code: string; status?: number; description?: string }
  | { kind: 'delay'; ms: number }
  /** The connection is cut before the method runs. */
  | { kind: 'cut-before' }
  /** The method runs, then the connection is cut without an answer. */
  | { kind: 'cut-after' }
  /** The answer is lost now, and the method runs this many milliseconds later. */
  | { kind: 'late-work'; ms: number }
  | { kind: 'empty-body' }
  | { kind: 'html-page'; status?: number }
  | { kind: 'broken-json' }
  /** The method runs, and the answer's `result` is replaced by this. */
  | { kind: 'wrong-shape'; result: unknown }
  /** The method runs; in its `result` numbers become texts, texts become numbers, flags become texts. */
  | { kind: 'wrong-type' }
  /** The method runs; half of the announced answer comes, then the connection is cut. */
  | { kind: 'truncated' }
  /** The method runs; its answer stands twice in the body. A frame receives it twice. */
  | { kind: 'duplicate' }
  /** The method runs; a batch that carries it has no row of it. Alone, an answer without a body. */
  | { kind: 'missing-row' }
  /** No answer for as long as the client waits. */
  | { kind: 'silence' }
  /** Frame only: the message is taken for one of a frame that is not there. */
  | { kind: 'wrong-sid' }
  /** Frame only: the command runs, and its answer goes to another origin. */
  | { kind: 'wrong-origin' }

export interface FaultRule {
  /**
   * A REST method in lower case, `*` for every call (a batch is one), `oauth.token` for the renewal of tokens, or
   * `frame:<command>` for a message of the frame.
   */
  method: string
  /** Which matching calls are hit: the nth (1-based), every one, or some by chance: the same seed hits the same calls. */
  when: { nth: number } | 'every' | { probability: number; seed?: number }
  effect: FaultEffect
  /**
   * Also hits the method where it is a command of a batch; `true` unless told. `error`, `wrong-shape`, `wrong-type` and
   * `missing-row` hit the command's own row, or with `'whole'` the batch; every other effect hits the batch that carries the
   * command, counted once a batch.
   */
  inBatch?: boolean | 'whole'
}

/** A rule with the number of calls that it has matched so far. */
export interface ActiveFault {
  rule: FaultRule
  hits: number
}
