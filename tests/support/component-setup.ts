import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, vi } from 'vitest'

/** What jsdom lacks and the UI kit asks for. It measures nothing, so nothing is ever reported. */
class SilentResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

function matchNothing(query: string): MediaQueryList {
  const silent = new EventTarget()
  return Object.assign(silent, {
    media: query,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  })
}

window.ResizeObserver = SilentResizeObserver
window.matchMedia = matchNothing
Element.prototype.scrollIntoView = () => undefined

const complaints: string[] = []

// The tests of a file end with no component left alive, and with an empty page.
enableAutoUnmount(afterEach)

beforeEach(() => {
  complaints.length = 0
  for (const channel of ['warn', 'error'] as const) {
    vi.spyOn(console, channel).mockImplementation((...words: unknown[]) => {
      complaints.push(`console.${channel}: ${words.map(String).join(' ')}`)
    })
  }
})

afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
  expect(complaints, 'Nothing may complain on the console').toEqual([])
})
