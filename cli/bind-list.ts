import type { Plan } from '@/domain/plan'
import type { CommandLine } from './command-line'
import type { ExitCode } from './refusal'
import type { Webhook } from './webhook'
import type { World } from './world'
import { makePlan } from '@/binding/runs/make-plan'
import { carryOut } from './carry-out'
import { tellReading } from './progress'
import { readList, readRows } from './read-list'
import { filesBeside, fingerprint, readNamedFile } from './run-files'
import { withPortal } from './with-portal'

type Asked = Extract<CommandLine, { kind: 'bind' }>

/** Carries out what a list wishes. @throws Refusal, JournalDamage; any kind of reading */
export async function bindList({ list, isDry, options }: Asked, webhook: Webhook, world: World): Promise<ExitCode> {
  const bytes = readNamedFile(list)
  const rows = readRows(bytes, options)
  return withPortal({ webhook, world, isDry }, (tools, target) => {
    const { portal } = tools.hook
    const { signal } = tools.interrupts

    async function readPlan(): Promise<Plan['rows'] | undefined> {
      const { lines, others, reading } = await readList(portal, rows, options)
      if (others > 0) {
        const other = reading === 'id' ? 'number' : 'id'
        world.tell(`${others} lines name another order, or one at all, with --orders ${other}.\n`)
      }
      if (signal.aborted) return undefined
      const plan = await makePlan({ portal, clock: world.clock }, lines, { signal, onProgress: tellReading(world) })
      return plan?.rows
    }

    return carryOut({ files: filesBeside(list), source: fingerprint(bytes), target, isDry, plan: readPlan }, tools)
  })
}
