import type { Plugin } from 'vite'
import { leaveOut } from './leave-out.ts'

/**
 * What of the SDK the app never calls: it calls one method at a time, batches included (see `src/portal/b24-transport.ts`).
 * Whole files, by the class that they give.
 */
const UNUSED = {
  'core/actions/v2': {
    'batch': 'BatchV2',
    'batch-by-chunk': 'BatchByChunkV2',
    'call-list': 'CallListV2',
    'fetch-list': 'FetchListV2',
  },
  'core/actions/v3': { 'manager-v3': 'ActionsManagerV3' },
  'core/interaction/batch': { v2: 'InteractionBatchV2', v3: 'InteractionBatchV3' },
  'core/interaction/batch/processing/v2': { 'as-array': 'ProcessingAsArrayV2', 'as-object': 'ProcessingAsObjectV2' },
  'core/interaction/batch/processing/v3': { 'as-array': 'ProcessingAsArrayV3', 'as-object': 'ProcessingAsObjectV3' },
  'core/tools': { healthcheck: 'HealthCheck', ping: 'Ping' },
  'logger': { logger: 'Logger' },
  'logger/handler': { 'console-v2-handler': 'ConsoleV2Handler' },
}

/** Whoever makes one is told at once. */
const refuse = (name: string) => `export class ${name} {
  constructor() {
    throw new Error('${name} is not in this build: see scripts/trim-sdk.ts')
  }
}`

/** Leaves out the SDK's lists, batches, REST 3.0 calls and what it would write to the console. */
export function trimSdk(): Plugin {
  const files = Object.entries(UNUSED).flatMap(([folder, classes]) =>
    Object.entries(classes).map(([file, name]) => ({
      path: `@bitrix24/b24jssdk/dist/esm/${folder}/${file}.mjs`,
      gives: `export { ${name}`,
      instead: refuse(name),
    })),
  )
  return leaveOut({ script: 'trim-sdk', library: 'The SDK', files })
}
