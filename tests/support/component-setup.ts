import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, vi } from 'vitest'
import { checkConsole, watchConsole } from './console-watch'

/** What jsdom lacks and the UI kit asks for. It measures nothing, so nothing is ever reported. */
class NoopResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** Nothing is ever in sight. */
class NoopIntersectionObserver implements IntersectionObserver {
  readonly root = null
  readonly rootMargin = ''
  readonly scrollMargin = ''
  readonly thresholds = []
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): IntersectionObserverEntry[] {
    return []
  }
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
window.IntersectionObserver = NoopIntersectionObserver
window.matchMedia = noMatchMedia
Element.prototype.scrollIntoView = () => undefined

// The tests of a file end with every component unmounted, and with an empty page.
enableAutoUnmount(afterEach)

beforeEach(watchConsole)

afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
  checkConsole()
})
