import type { BatchRequest } from '@contract/rest'
import type { BatchOptions, RestCommand, CommandAnswer } from './transport'
import * as v from 'valibot'
import { encodeCommand, toBatchKey } from './encode-command'
import { TransportError } from './transport'

/** PHP spells an empty map `[]`, which a record reads as one without keys. @see settings/how-to-call-rest-api/batch.md */
const phpMap = <Value extends v.GenericSchema>(value: Value) => v.record(v.string(), value)

const BATCH_RESULT = v.object({
  result: phpMap(v.unknown()),
  result_error: phpMap(v.object({ error: v.optional(v.string(), ''), error_description: v.optional(v.string(), '') })),
  result_total: v.optional(phpMap(v.unknown()), {}),
  result_next: v.optional(phpMap(v.unknown()), {}),
  result_time: v.optional(phpMap(v.unknown()), {}),
})

type DecodedBatch = v.InferOutput<typeof BATCH_RESULT>

/** Gives the parameters of the method `batch` for these commands; `halt` is always said. */
export function toBatchParams(
  commands: Record<string, RestCommand>,
  { halt }: BatchOptions,
): BatchRequest & Record<string, unknown> {
  const cmd = Object.entries(commands).map(([key, command]) => [toBatchKey(key), encodeCommand(command)])
  return { halt: halt ? 1 : 0, cmd: Object.fromEntries(cmd) }
}

function toAnswer(batch: DecodedBatch, key: string): CommandAnswer | undefined {
  const refusal = batch.result_error[key]
  if (refusal) return { ok: false, code: refusal.error, description: refusal.error_description }
  if (!Object.hasOwn(batch.result, key)) return undefined
  return {
    ok: true,
    answer: {
      result: batch.result[key],
      total: batch.result_total[key],
      next: batch.result_next[key],
      time: batch.result_time[key],
    },
  }
}

/**
 * Reads the `result` of the method `batch`, keyed as the commands were; a command without a row is absent.
 * @throws TransportError broken, when it is not the answer of a batch
 */
export function readBatchResult(result: unknown, keys: readonly string[]): Record<string, CommandAnswer> {
  const parsed = v.safeParse(BATCH_RESULT, result)
  // The path names the part that could not be read. Never the values: they are the customers'.
  if (!parsed.success)
    throw new TransportError({ kind: 'broken', code: `batch.${v.getDotPath(parsed.issues[0]) ?? ''}` })
  const answers = keys.map((key) => [key, toAnswer(parsed.output, toBatchKey(key))] as const)
  return Object.fromEntries(answers.flatMap(([key, answer]) => (answer ? [[key, answer]] : [])))
}
