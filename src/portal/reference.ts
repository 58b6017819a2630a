/**
 * A value that an earlier command of the same batch will have answered: the key of that command and the path in its result.
 * It travels as `0$result[…]`: the zero keeps what is not there, and a list, from being taken for the id 1.
 * @see settings/how-to-call-rest-api/batch.md
 */
export class Reference {
  readonly key: string
  readonly path: readonly (string | number)[]

  constructor(key: string, path: readonly (string | number)[]) {
    this.key = key
    this.path = path
  }
}
