import type { FaultEffect } from '@emulator/portal/fault'
import type { Reply } from './command'
import { toWrongTypes } from '@emulator/faults/wrong-types'
import { takeFault } from './portal-client'

interface FrameReplies {
  answer: Reply
  /** Sends any text after the callback id, JSON or not. */
  sendText: (text: string) => void
  /** Sends an answer to an origin that is not the app's: the browser does not hand it over. */
  sendToForeignOrigin: (value: unknown) => void
  /** Shows the person a refusal that the app gets no answer about. */
  showRefusal?: () => void
}

type RunWithReply = (answer: Reply) => void | Promise<void>

function firstHalf(value: unknown): string {
  const text = JSON.stringify(value ?? null)
  return text.slice(0, Math.ceil(text.length / 2))
}

const noop: Reply = () => undefined
/** Requests go one after another, so that two commands of one app never overtake each other. */
let lastRequest: Promise<FaultEffect | undefined> = Promise.resolve(undefined)

function takeFaultInOrder(command: string): Promise<FaultEffect | undefined> {
  lastRequest = lastRequest.then(() => takeFault(command)).catch(() => undefined)
  return lastRequest
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Runs a command as the rules for `frame:<command>` want it; without a rule, as it is. */
export async function withFault(command: string, run: RunWithReply, replies: FrameReplies): Promise<void> {
  const effect = await takeFaultInOrder(command)
  if (!effect) return run(replies.answer)
  switch (effect.kind) {
    case 'delay':
      await wait(effect.ms)
      return run(replies.answer)
    // Frames have no error channel: a refusal is no answer; of a refused token the person sees a message.
    case 'error':
      replies.showRefusal?.()
      return undefined
    case 'silence':
    case 'cut-before':
    case 'wrong-sid':
      return undefined
    case 'cut-after':
    case 'missing-row':
      return run(noop)
    case 'wrong-origin':
      return run(replies.sendToForeignOrigin)
    case 'late-work':
      await wait(effect.ms)
      return run(noop)
    case 'empty-body':
      return replies.sendText('')
    case 'html-page':
      return replies.sendText('<!doctype html><title>Portal</title>')
    case 'broken-json':
      return replies.sendText('{"broken"')
    default:
      return runCorrupted(effect, run, replies)
  }
}

/** Runs the command and corrupts its answer. */
function runCorrupted(effect: FaultEffect, run: RunWithReply, replies: FrameReplies): void | Promise<void> {
  switch (effect.kind) {
    case 'wrong-shape':
      return run(() => replies.answer(effect.result))
    case 'wrong-type':
      return run((value) => replies.answer(toWrongTypes(value)))
    case 'truncated':
      return run((value) => replies.sendText(firstHalf(value)))
    case 'duplicate':
      return run((value) => {
        replies.answer(value)
        replies.answer(value)
      })
    default:
      return run(replies.answer)
  }
}
