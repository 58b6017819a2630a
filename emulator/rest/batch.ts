import type { BatchResult, RestRefusal, RestTime } from '@contract/rest'
import type { MethodReply, Params } from '@emulator/calls/call'
import { RestError } from '@emulator/calls/errors'
import { isMap, readParamAnyCase } from '@emulator/calls/params'
import { toPhpArray } from '@emulator/php/php-json'
import { parseQuery } from '@emulator/php/query-string'

const MAX_COMMANDS = 50
/** Characters of a text with its references filled in: texts that refer to themselves again and again would grow without end. */
const MAX_CHARS = 10 * 1024 * 1024
const NOT_IN_BATCH = ['batch', 'download', 'upload']
const REFERENCE = /\$(result|error|total|next|time)((?:\[[^[\]\s]*\])+)/gi
const ONLY_REFERENCE = /^\$(result|error|total|next|time)((?:\[[^[\]\s]*\])+)$/i

/** One command as it came: its key and the text `method?query`. */
interface BatchCommand {
  key: string
  method: string
  query: string
}

/** What became of one command. */
export type CommandOutcome =
  | { key: string; method: string; params: Params; reply: MethodReply; time: RestTime; isMissing?: boolean }
  | { key: string; method: string; params: Params; refusal: RestRefusal }

/** Runs one command; throws RestError to refuse it. A missing one has run, but the answer has no row of it. */
type RunCommand = (command: BatchCommand, params: Params) => { reply: MethodReply; time: RestTime; isMissing?: boolean }

/** Reads the commands of a batch; what is no string is skipped. @see settings/how-to-call-rest-api/batch.md */
export function readCommands(params: Params): BatchCommand[] {
  const commands = readParamAnyCase(params, 'cmd')
  if (!isMap(commands)) return []
  return Object.entries(commands).flatMap(([key, text]) => {
    if (typeof text !== 'string') return []
    const mark = text.indexOf('?')
    const [method, query] = mark === -1 ? [text, ''] : [text.slice(0, mark), text.slice(mark + 1)]
    return [{ key, method, query }]
  })
}

type ReferenceMap = Record<'result' | 'error' | 'total' | 'next' | 'time', Params>

/** Gives the value at a path; at a missing segment, the value reached so far. */
function resolveReference(maps: ReferenceMap, name: string, path: string): unknown {
  let value: unknown = Object.entries(maps).find(([key]) => key === name.toLowerCase())?.[1]
  for (const [, segment = ''] of path.matchAll(/\[([^\]]*)\]/g)) {
    if (!isMap(value) || !Object.hasOwn(value, segment)) return value
    value = value[segment]
  }
  return value
}

function substituteText(text: string, maps: ReferenceMap): unknown {
  const only = ONLY_REFERENCE.exec(text)
  if (only) return resolveReference(maps, only[1] ?? '', only[2] ?? '')
  let remaining = MAX_CHARS - text.length
  return text.replace(REFERENCE, (reference: string, name: string, path: string) => {
    const value = resolveReference(maps, name, path)
    if (typeof value !== 'string' && typeof value !== 'number') return reference
    remaining -= String(value).length
    return remaining < 0 ? reference : String(value)
  })
}

/** Puts what earlier commands gave in the place of `$result[…]` and its like. A query cannot spell a reference in a key. */
function substitute(value: unknown, maps: ReferenceMap): unknown {
  if (typeof value === 'string') return substituteText(value, maps)
  if (Array.isArray(value)) return value.map((entry) => substitute(entry, maps))
  if (!isMap(value)) return value
  return substituteParams(value, maps)
}

function substituteParams(params: Params, maps: ReferenceMap): Params {
  const copy: Params = Object.create(null)
  for (const [key, value] of Object.entries(params)) copy[key] = substitute(value, maps)
  return copy
}

function emptyMaps(): ReferenceMap {
  const map = (): Params => Object.create(null)
  return { result: map(), error: map(), total: map(), next: map(), time: map() }
}

function recordOutcome(maps: ReferenceMap, outcome: CommandOutcome): void {
  if ('refusal' in outcome) {
    maps.error[outcome.key] = outcome.refusal
    return
  }
  maps.result[outcome.key] = outcome.reply.result
  maps.time[outcome.key] = outcome.time
  if (outcome.reply.total !== undefined) maps.total[outcome.key] = outcome.reply.total
  if (outcome.reply.next !== undefined) maps.next[outcome.key] = outcome.reply.next
}

function runBatchCommand(command: BatchCommand, maps: ReferenceMap, run: RunCommand): CommandOutcome {
  const params = substituteParams(parseQuery(command.query), maps)
  const common = { key: command.key, method: command.method, params }
  try {
    if (NOT_IN_BATCH.includes(command.method.toLowerCase())) {
      throw new RestError('ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage')
    }
    return { ...common, ...run(command, params) }
  } catch (error) {
    if (!(error instanceof RestError)) throw error
    return { ...common, refusal: error.toRefusal() }
  }
}

/** PHP takes the text `0` and an empty text for false; `false` as a text is true. */
function isPhpTruthy(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0 && value !== '' && value !== '0'
}

/** Runs the commands one after another; with `halt`, those after a refusal are left out altogether. */
export function runBatch(params: Params, run: RunCommand): CommandOutcome[] {
  const halt = isPhpTruthy(readParamAnyCase(params, 'halt'))
  const maps = emptyMaps()
  const outcomes: CommandOutcome[] = []
  for (const [index, command] of readCommands(params).entries()) {
    const outcome = index < MAX_COMMANDS ? runBatchCommand(command, maps, run) : refuseCommand(command)
    outcomes.push(outcome)
    recordOutcome(maps, outcome)
    if (halt && 'refusal' in outcome) break
  }
  return outcomes
}

function refuseCommand({ key, method, query }: BatchCommand): CommandOutcome {
  const refusal = { error: 'ERROR_BATCH_LENGTH_EXCEEDED', error_description: 'Max batch length exceeded' }
  return { key, method, params: parseQuery(query), refusal }
}

/** Shapes the outcomes as the five maps of a batch; each is `[]` when empty. */
export function toBatchResult(outcomes: readonly CommandOutcome[]): BatchResult {
  const done = outcomes.flatMap((outcome) => ('reply' in outcome && !outcome.isMissing ? [outcome] : []))
  const failed = outcomes.flatMap((outcome) => ('refusal' in outcome ? [outcome] : []))
  const counted = (name: 'total' | 'next') =>
    done.flatMap(({ key, reply }) => (reply[name] === undefined ? [] : [[key, reply[name]] as const]))
  return {
    result: toPhpArray(done.map(({ key, reply }) => [key, reply.result] as const)),
    result_error: toPhpArray(failed.map(({ key, refusal }) => [key, refusal] as const)),
    result_total: toPhpArray(counted('total')),
    result_next: toPhpArray(counted('next')),
    result_time: toPhpArray(done.map(({ key, time }) => [key, time] as const)),
  }
}
