/** What the command ends with. */
export type ExitCode = 0 | 1 | 2

/** Why the command does nothing, in one sentence for whoever has typed it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    message: string,
    readonly exitCode: ExitCode = 2,
  ) {
    super(message)
  }
}
