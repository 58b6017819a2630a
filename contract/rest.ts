/** The envelopes of every REST answer. @see settings/how-to-call-rest-api/general-principles.md */

/** How most methods spell a flag. */
export type YesNo = 'Y' | 'N'

/** When a call was run, and for how long. */
export interface RestTime {
  /** Seconds since the epoch. */
  start: number
  finish: number
  /** Seconds. */
  duration: number
  processing: number
  /** ISO 8601 with offset. */
  date_start: string
  date_finish: string
  /** Seconds since the epoch; only where the operating-time limit is on. */
  operating_reset_at?: number
  /** Seconds of run time in the last ten minutes; only where the operating-time limit is on. */
  operating?: number
}

/** The body of an answer that was given. */
export interface RestSuccess<Result = unknown> {
  result: Result
  /** Number of rows that match; absent with `start: -1`. */
  total?: number
  /** Offset of the next page; absent on the last page and with `start: -1`. */
  next?: number
  time: RestTime
}

/** The body of a refusal. */
export interface RestRefusal {
  /** Always a string, numbers included: `"0"`, `"100"`, `"201650000001"`. */
  error: string
  error_description: string
  [extra: string]: unknown
}

/** PHP spells an empty map `[]`. */
export type PhpMap<Value> = Record<string, Value> | never[]

/** What the methods `*.getFields` tell of a field. */
export interface FieldDescription {
  isImmutable: boolean
  isReadOnly: boolean
  isRequired: boolean
  type: string
}

/** The parameters of a batch. @see settings/how-to-call-rest-api/batch.md */
export interface BatchRequest {
  halt?: 0 | 1 | boolean | string
  /** Each command is `method?urlencoded-query`. At most 50. */
  cmd: Record<string, string> | string[]
}

/** The outcomes of a batch by the commands' keys. */
export interface BatchResult {
  result: PhpMap<unknown> | unknown[]
  result_error: PhpMap<RestRefusal> | RestRefusal[]
  result_total: PhpMap<number> | number[]
  result_next: PhpMap<number> | number[]
  result_time: PhpMap<RestTime> | RestTime[]
}

/** The rows of a list page: never more than this many. */
export const PAGE_SIZE = 50
