import type { FrameCommand } from './command'
import { BRIDGE_PATH, toFields } from '@emulator/pages/bridge-protocol'
import { boot } from './boot'
import { showMessage } from './message-box'
import { post, refreshTokens, report, storeOption } from './portal-client'

const getInitData: FrameCommand = (frame, _args, answer) => {
  const { init } = frame.descriptor
  answer({ ...init, FIRST_RUN: init.FIRST_RUN && !frame.isStarted })
  frame.isStarted = true
}

const setInstall: FrameCommand = async ({ descriptor }, args, answer) => {
  await post(`${BRIDGE_PATH}first-run`, { sid: descriptor.sid, value: toFields(args).install })
  answer(args)
}

/**
 * Never answers: the page goes on to the installed app, or the side panel opens anew with it (unconfirmed: FACTS.md).
 */
const setInstallFinish: FrameCommand = async ({ descriptor, closePanel, reopen }, args) => {
  const value = toFields(args).value
  const stored = await post(`${BRIDGE_PATH}installed`, { sid: descriptor.sid, value })
  if (!stored) return
  if (closePanel?.()) return reopen?.()
  const next = new URL(location.href)
  next.searchParams.set('install_finished', 'Y')
  location.assign(next)
}

const refreshAuth: FrameCommand = async (frame, _args, answer) => {
  const tokens = await refreshTokens(frame.descriptor.sid)
  // The app receives nothing; the person reads a message, and the developer's log says why.
  if (!tokens) {
    showMessage(boot.messages.refreshRefused)
    return report({ method: 'refreshAuth', params: [], from: 'portal', error: 'no answer: the refresh token is void' })
  }
  Object.assign(frame.descriptor.init, tokens)
  answer(tokens)
}

/** Answers the whole set; an app of a person who is no administrator gets no answer. */
const setAppOption: FrameCommand = async (frame, args, answer) => {
  const { name, value } = toFields(args)
  const options = await storeOption({ sid: frame.descriptor.sid, scope: 'app', name: String(name), value })
  if (!options) return
  frame.descriptor.init.APP_OPTIONS = options
  answer(options)
}

const setUserOption: FrameCommand = async (frame, args, answer) => {
  const { name, value } = toFields(args)
  const options = await storeOption({ sid: frame.descriptor.sid, scope: 'user', name: String(name), value })
  if (!options) return
  frame.descriptor.init.USER_OPTIONS = options
  answer(args)
}

/** Commands about who the app is and what it stores. */
export const sessionCommands = { getInitData, setInstall, setInstallFinish, refreshAuth, setAppOption, setUserOption }
