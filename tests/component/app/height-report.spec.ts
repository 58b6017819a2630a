import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aSession } from '@tests/support/builders'
import { fakePortal } from '@tests/support/fake-portal'
import { mountApp } from '@tests/support/mount-app'

let observed: (() => void) | undefined
let height = 0

/** Tells of a new height when the test says so. */
class ManualResizeObserver implements ResizeObserver {
  constructor(notice: () => void) {
    observed = notice
  }

  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('ResizeObserver', ManualResizeObserver)
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(() => new DOMRect(0, 0, 800, height))
  observed = undefined
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function openApp(isSlider = false) {
  const setHeight = vi.fn()
  const session = aSession({ placement: { code: 'SOMEWHERE' }, isSlider })
  mountApp(fakePortal({ session, frameWindow: { setHeight } }))
  return setHeight
}

function growTo(now: number): void {
  height = now
  observed?.()
}

describe('App', () => {
  it('reports its height at once, rounded up', () => {
    const setHeight = openApp()
    growTo(320.4)
    expect(setHeight.mock.calls).toEqual([[321]])
  })

  it('reports at most ten times a second, and always the last height', () => {
    const setHeight = openApp()
    for (let now = 101; now <= 150; now += 1) growTo(now)
    expect(setHeight.mock.calls).toEqual([[101]])
    vi.advanceTimersByTime(100)
    expect(setHeight.mock.calls).toEqual([[101], [150]])
  })

  it('does not repeat a height', () => {
    const setHeight = openApp()
    growTo(200)
    vi.advanceTimersByTime(500)
    growTo(200)
    expect(setHeight).toHaveBeenCalledTimes(1)
  })

  it('reports nothing in a slider', () => {
    const setHeight = openApp(true)
    growTo(300)
    expect(setHeight).not.toHaveBeenCalled()
  })
})
