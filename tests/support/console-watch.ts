import { expect, vi } from 'vitest'

const messages: string[] = []
const expected: RegExp[] = []

/** Lets the console say this once, in the test that runs; a mistake that is not reported fails the test. */
export function expectOnConsole(text: RegExp): void {
  expected.push(text)
}

/** Collects what the console is told from now on. */
export function watchConsole(): void {
  messages.length = 0
  expected.length = 0
  for (const channel of ['warn', 'error'] as const) {
    vi.spyOn(console, channel).mockImplementation((...parts: unknown[]) => {
      messages.push(`console.${channel}: ${parts.map(String).join(' ')}`)
    })
  }
}

/** Fails the test whose messages are not those that it expects, each once. */
export function checkConsole(): void {
  const others = [...messages]
  const missing = expected.filter((text) => {
    const found = others.findIndex((message) => text.test(message))
    if (found >= 0) others.splice(found, 1)
    return found < 0
  })
  expect(others, 'Nothing may complain on the console').toEqual([])
  expect(missing, 'The console was to be told').toEqual([])
}
