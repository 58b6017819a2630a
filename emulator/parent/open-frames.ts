import type { AppFrame } from './frame'

const frames = new Map<string, AppFrame>()

/** Lets the messages of this frame be obeyed from now on. */
export function attend(frame: AppFrame): void {
  frames.set(frame.descriptor.sid, frame)
}

/** Closes the ear for a frame that is gone. */
export function forget(frame: AppFrame): void {
  frames.delete(frame.descriptor.sid)
}

/** Finds the frame of a sid in this page. */
export function findFrame(sid: string): AppFrame | undefined {
  return frames.get(sid)
}
