import { describe, expect, it, vi } from 'vitest'
import { chooseTheme, followTheme, useTheme } from '@/ui/theme'

/** A browser that prefers one look, until it is told to prefer the other. */
function stubBrowser(isDark: boolean) {
  const query = Object.assign(new EventTarget(), { matches: isDark })
  vi.stubGlobal('matchMedia', () => query)
  return {
    prefer(dark: boolean) {
      query.matches = dark
      query.dispatchEvent(new Event('change'))
    },
  }
}

function open(isDark: boolean) {
  chooseTheme(undefined)
  const root = document.createElement('html')
  const browser = stubBrowser(isDark)
  followTheme(root)
  return { browser, look: () => root.className }
}

describe('the look', () => {
  it('follows the browser, also while the page is open', () => {
    const { browser, look } = open(true)
    expect(look()).toBe('dark')
    browser.prefer(false)
    expect(look()).toBe('light')
  })

  it('is what the person chose, whatever the browser prefers', () => {
    const { browser, look } = open(true)
    chooseTheme('light')
    expect(look()).toBe('light')
    browser.prefer(false)
    browser.prefer(true)
    expect(look()).toBe('light')
  })

  it('is switched to and fro; back at what the browser prefers nothing is chosen any more', () => {
    const { browser, look } = open(false)
    const { switchTheme } = useTheme()
    expect([switchTheme(), look()]).toEqual(['dark', 'dark'])
    expect([switchTheme(), look()]).toEqual([undefined, 'light'])
    browser.prefer(true)
    expect(look()).toBe('dark')
  })
})
