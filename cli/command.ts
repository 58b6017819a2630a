import type { CommandLine } from './command-line'
import type { ExitCode } from './refusal'
import type { Webhook } from './webhook'
import type { World } from './world'
import { toAppError } from '@/domain/app-error'
import { PortalFailure } from '@/domain/failure'
import { bindList } from './bind-list'
import { readCommandLine } from './command-line'
import { failureSentence } from './failure-sentence'
import { HELP } from './help'
import { JournalDamage } from './journal-file'
import { Refusal } from './refusal'
import { undoRun } from './undo-run'
import { readWebhook, withoutWebhook } from './webhook'

async function findWebhook({ portalEnv }: { portalEnv?: string }, { env, ask }: World): Promise<Webhook> {
  const written = portalEnv === undefined ? await ask('Address of the webhook (not shown): ') : env[portalEnv]
  if (!written?.trim()) {
    throw new Refusal(
      portalEnv === undefined
        ? 'Name the environment variable that holds the webhook by --portal-env.'
        : `The environment variable ${portalEnv} is empty.`,
    )
  }
  const webhook = readWebhook(written)
  if (!webhook) throw new Refusal('The webhook is no address as the portal shows it: https://…/rest/<user>/<code>/.')
  return webhook
}

/** Nothing that is printed ever holds the webhook, whoever wrote the text. */
function guarded(world: World, webhook: Webhook): World {
  return {
    ...world,
    print: (text) => world.print(withoutWebhook(text, webhook)),
    tell: (text) => world.tell(withoutWebhook(text, webhook)),
  }
}

/** Gives what ends the command, and its code. A mistake of ours is told by its name: its message may hold a value. */
function toEnding(error: unknown): [sentence: string, code: ExitCode] {
  if (error instanceof Refusal) return [error.message, error.exitCode]
  if (error instanceof PortalFailure) return [failureSentence(error), 1]
  if (error instanceof JournalDamage) return [`The journal cannot be read: ${error.message} is damaged.`, 1]
  return [`A mistake in this program: ${toAppError(error).code}.`, 1]
}

/** Never throws. Whatever is said of a portal is said by a world that knows the webhook, and hides it. */
async function carryOut(asked: Exclude<CommandLine, { kind: 'help' | 'wrong' }>, world: World): Promise<ExitCode> {
  let safe = world
  try {
    const webhook = await findWebhook(asked, world)
    safe = guarded(world, webhook)
    return await (asked.kind === 'bind' ? bindList(asked, webhook, safe) : undoRun(asked, webhook, safe))
  } catch (error) {
    const [sentence, code] = toEnding(error)
    safe.tell(`${sentence}\n`)
    return code
  }
}

/** Carries a command out. Never throws. */
export async function runCommand(args: readonly string[], world: World): Promise<ExitCode> {
  const asked = readCommandLine(args)
  if (asked.kind === 'help') {
    world.print(`${HELP}\n`)
    return 0
  }
  if (asked.kind === 'wrong') {
    world.tell(`${asked.why}\n\n${HELP}\n`)
    return 2
  }
  return carryOut(asked, world)
}
