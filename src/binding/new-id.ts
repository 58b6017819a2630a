/** Letters and digits of which an id is made: of as many, no two are alike in ten thousand years. */
const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz'
const LENGTH = 16

/** Gives an id of ours. Browsers keep `randomUUID` for https; this works everywhere. */
export function newId(): string {
  const random = crypto.getRandomValues(new Uint8Array(LENGTH))
  return Array.from(random, (byte) => LETTERS[byte % LETTERS.length]).join('')
}
