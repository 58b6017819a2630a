import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, vi } from 'vitest'

/** What jsdom lacks and the UI kit asks for. It measures nothing, so nothing is ever reported. */
class NoopResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

function noMatchMedia(query: string): MediaQueryList {
  const target = new EventTarget()
  return Object.assign(target, {
    media: query,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  })
}

window.ResizeObserver = NoopResizeObserver
window.matchMedia = noMatchMedia
Element.prototype.scrollIntoView = () => undefined

const consoleMessages: string[] = []

// The tests of a file end with every component unmounted, and with an empty page.
enableAutoUnmount(afterEach)

beforeEach(() => {
  consoleMessages.length = 0
  for (const channel of ['warn', 'error'] as const) {
    vi.spyOn(console, channel).mockImplementation((...parts: unknown[]) => {
      consoleMessages.push(`console.${channel}: ${parts.map(String).join(' ')}`)
    })
  }
})

afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
  expect(consoleMessages, 'Nothing may complain on the console').toEqual([])
})
