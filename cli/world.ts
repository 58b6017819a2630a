import type { Clock } from '@/binding/clock'
import type { Transport } from '@/portal/transport'
import type { Webhook } from './webhook'

/** What the command has around it; tests hold it. */
export interface World {
  env: Readonly<Record<string, string | undefined>>
  clock: Clock
  /** Asks without showing what is typed; nothing where nobody is there to type. */
  ask(question: string): Promise<string | undefined>
  /** For results. */
  print(text: string): void
  /** For progress and refusals. */
  tell(text: string): void
  /** What is told may be written over. */
  isTerminal: boolean
  /** Listens to Ctrl-C; gives what ends the listening. */
  onInterrupt(listener: () => void): () => void
  connect(webhook: Webhook): Transport
}
