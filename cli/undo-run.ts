import type { CommandLine } from './command-line'
import type { ExitCode } from './refusal'
import type { Webhook } from './webhook'
import type { World } from './world'
import { planUndo } from '@/binding/runs/undo-run'
import { carryOut } from './carry-out'
import { runIn } from './file-runs'
import { readJournalLines } from './journal-file'
import { Refusal } from './refusal'
import { filesOfUndo, readNamedFile } from './run-files'
import { listIn } from './unfinished-run'
import { withPortal } from './with-portal'

type Asked = Extract<CommandLine, { kind: 'undo' }>

/** Takes back the run of a journal. @throws Refusal, JournalDamage; any kind of reading */
export async function undoRun({ journal, isDry }: Asked, webhook: Webhook, world: World): Promise<ExitCode> {
  readNamedFile(journal)
  const lines = readJournalLines(journal)
  const run = runIn(lines)
  if (!run) throw new Refusal(`${journal} is no journal of a run, or one of another version.`)
  const open = run.states.filter(({ kind }) => kind === 'open').length
  if (open > 0) {
    throw new Refusal(`It is not known of ${open} orders whether they were changed: go on with the run first.`, 1)
  }
  return withPortal({ webhook, world, isDry }, (tools, target) => {
    if (listIn(lines)?.target !== target) throw new Refusal(`The run in ${journal} is of another portal.`, 1)

    async function plan() {
      const runs = { read: async () => run }
      const { portal } = tools.hook
      const { signal } = tools.interrupts
      const undo = await planUndo({ portal, clock: world.clock, runs }, run?.id ?? '', { signal })
      return undo?.plan.rows
    }

    return carryOut({ files: filesOfUndo(journal), source: run.id, target, isDry, undoes: run.id, plan }, tools)
  })
}
