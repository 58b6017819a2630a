import type { FaultEffect } from '@contract/control'
import type { Answer } from './commands'
import { takeFault } from './server'

interface Voice {
  answer: Answer
  /** Says any text after the callback id, JSON or not. */
  raw: (text: string) => void
}

type Run = (answer: Answer) => void | Promise<void>

const mute: Answer = () => undefined
/** Questions go one after another, so that two commands of one app never overtake each other. */
let asked: Promise<FaultEffect | undefined> = Promise.resolve(undefined)

function askInTurn(command: string): Promise<FaultEffect | undefined> {
  asked = asked.then(() => takeFault(command)).catch(() => undefined)
  return asked
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Runs a command as the rules for `frame:<command>` want it; without a rule, as it is. */
export async function withFault(command: string, run: Run, voice: Voice): Promise<void> {
  const effect = await askInTurn(command)
  switch (effect?.kind) {
    case undefined:
      return run(voice.answer)
    case 'delay':
      await wait(effect.ms)
      return run(voice.answer)
    // Frames have no error channel: a refusal is silence.
    case 'error':
    case 'silence':
    case 'cut-before':
      return undefined
    case 'cut-after':
      return run(mute)
    case 'late-work':
      await wait(effect.ms)
      return run(mute)
    case 'empty-body':
      return voice.raw('')
    case 'html-page':
      return voice.raw('<!doctype html><title>Portal</title>')
    case 'broken-json':
      return voice.raw('{"broken"')
    case 'wrong-shape':
      return run(() => voice.answer(effect.result))
  }
}
