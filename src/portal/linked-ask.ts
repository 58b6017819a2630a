import type { Ask, DecodedAnswer } from './ask'
import type { Schema } from './decode'
import type { RestCommand } from './transport'
import { ifReadable } from './ask'
import { Reference } from './reference'

/** Names a value in the result of the first command, by its path. */
export type At = (...path: (string | number)[]) => Reference

interface LinkedCommands<First, Linked> {
  first: { command: RestCommand; schema: Schema<First> }
  /** Takes values of the first one's result. */
  linked: { command: (at: At) => RestCommand; schema: Schema<Linked> }
}

interface LinkedAnswers<First, Linked> {
  first: Promise<DecodedAnswer<First>>
  /**
   * Nothing where the command was refused or its answer could not be read: only what joins with the first answer is to be
   * believed, and everything else is read by itself. A refusal says nothing of what was asked for, `NOT_FOUND` neither, as the
   * reference may have been empty.
   */
  linked: Promise<Linked | undefined>
}

/** Asks for something and, in the same request, for what the answer names. */
type AskLinked = <First, Linked>(commands: LinkedCommands<First, Linked>) => LinkedAnswers<First, Linked>

/**
 * Makes an `AskLinked` on an `Ask` that batches.
 * Unconfirmed: what a reference to a missing place gives; as it is written, it is no id of anything.
 * @see settings/how-to-call-rest-api/batch.md
 */
export function createAskLinked(ask: Ask): AskLinked {
  let count = 0
  return ({ first, linked }) => {
    const key = `linked${(count += 1)}`
    const command = linked.command((...path) => new Reference(key, path))
    return {
      first: ask({ ...first.command, key }, first.schema),
      linked: ifReadable(
        ask({ ...command, isProbe: true }, linked.schema).then(({ result }) => result),
        undefined,
      ),
    }
  }
}
