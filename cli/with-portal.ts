import type { ExitCode } from './refusal'
import type { TaskTools } from './task'
import type { Webhook } from './webhook'
import type { World } from './world'
import { createHookPortal } from './hook-portal'
import { listenTo } from './interrupts'
import { fingerprint } from './run-files'

interface Around {
  webhook: Webhook
  world: World
  isDry: boolean
}

/** Works with a portal, and listens to interrupts meanwhile. The second one ends the work wherever it is. */
export async function withPortal(
  { webhook, world, isDry }: Around,
  work: (tools: TaskTools, target: string) => Promise<ExitCode>,
): Promise<ExitCode> {
  const interrupts = listenTo(world.onInterrupt)
  const hook = createHookPortal(world.connect(webhook), world.clock, isDry)
  try {
    return await work({ world, hook, interrupts }, fingerprint(webhook.origin))
  } finally {
    interrupts.end()
  }
}
