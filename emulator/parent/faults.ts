import type { FaultEffect } from '@emulator/portal/fault'
import type { Reply } from './command'
import { toWrongTypes } from '@emulator/faults/wrong-types'
import { takeFault } from './portal-client'

interface Replies {
  answer: Reply
  /** Says any text after the callback id, JSON or not. */
  raw: (text: string) => void
  /** Sends an answer to an origin that is not the app's: the browser does not hand it over. */
  elsewhere: (value: unknown) => void
  /** Tells the person of a refusal that the app is never told of. */
  refused?: () => void
}

type Run = (answer: Reply) => void | Promise<void>

function halfOf(value: unknown): string {
  const text = JSON.stringify(value ?? null)
  return text.slice(0, Math.ceil(text.length / 2))
}

const noop: Reply = () => undefined
/** Questions go one after another, so that two commands of one app never overtake each other. */
let asked: Promise<FaultEffect | undefined> = Promise.resolve(undefined)

function askInTurn(command: string): Promise<FaultEffect | undefined> {
  asked = asked.then(() => takeFault(command)).catch(() => undefined)
  return asked
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Runs a command as the rules for `frame:<command>` want it; without a rule, as it is. */
export async function withFault(command: string, run: Run, replies: Replies): Promise<void> {
  const effect = await askInTurn(command)
  if (!effect) return run(replies.answer)
  switch (effect.kind) {
    case 'delay':
      await wait(effect.ms)
      return run(replies.answer)
    // Frames have no error channel: a refusal is silence, but for the person when it is the one of a token.
    case 'error':
      replies.refused?.()
      return undefined
    case 'silence':
    case 'cut-before':
    case 'wrong-sid':
      return undefined
    case 'cut-after':
    case 'missing-row':
      return run(noop)
    case 'wrong-origin':
      return run(replies.elsewhere)
    case 'late-work':
      await wait(effect.ms)
      return run(noop)
    case 'empty-body':
      return replies.raw('')
    case 'html-page':
      return replies.raw('<!doctype html><title>Portal</title>')
    case 'broken-json':
      return replies.raw('{"broken"')
    default:
      return runCorrupted(effect, run, replies)
  }
}

/** Runs the command and corrupts its answer. */
function runCorrupted(effect: FaultEffect, run: Run, replies: Replies): void | Promise<void> {
  switch (effect.kind) {
    case 'wrong-shape':
      return run(() => replies.answer(effect.result))
    case 'wrong-type':
      return run((value) => replies.answer(toWrongTypes(value)))
    case 'truncated':
      return run((value) => replies.raw(halfOf(value)))
    case 'duplicate':
      return run((value) => {
        replies.answer(value)
        replies.answer(value)
      })
    default:
      return run(replies.answer)
  }
}
