import type { AppFrame } from './frame'

const frames = new Map<string, AppFrame>()

/** Runs the messages of this frame from now on. */
export function registerFrame(frame: AppFrame): void {
  frames.set(frame.descriptor.sid, frame)
}

/** Ignores a frame that is gone. */
export function unregisterFrame(frame: AppFrame): void {
  frames.delete(frame.descriptor.sid)
}

/** Finds the frame of a sid in this page. */
export function findFrame(sid: string): AppFrame | undefined {
  return frames.get(sid)
}
