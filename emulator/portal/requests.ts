/** What tests are told of the requests that a portal answers. */

/** The request that runs a method: a call of its own, or a command of a batch. */
export interface RequestRef {
  /** Its number among `calls()`; 0 until it has been answered. */
  call: number
  /** As the request spells it. */
  method: string
  /** The command's key, where the request is a batch. */
  command?: string
}

/** A command of a batch that is about to run; its references are filled in. */
export interface UpcomingCommand {
  key: string
  /** As the batch spells it. */
  method: string
  params: Record<string, unknown>
  /** Id of the person who calls. */
  user: number
}

/** Called before each command of a batch, with its method in lower case. It may change the portal; what it throws is an error of the server. */
export type BeforeCommand = (method: string, command: UpcomingCommand) => void
