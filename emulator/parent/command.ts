import type { AppFrame } from './frame'

/** Answers an app's command; without a value the answer is empty. */
export type Reply = (value?: unknown) => void

/** Does what an app asked for; whoever never calls `answer` leaves the app waiting, as the portal does. */
export type FrameCommand = (frame: AppFrame, args: unknown, answer: Reply) => void | Promise<void>
