import { describe, expect, it } from 'vitest'
import StartScreen from '@/app/StartScreen.vue'
import { findAllByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'

describe('StartScreen', () => {
  it('explains the app outside of a portal: what it is, how to try it, how to install it', () => {
    const screen = mountWith(StartScreen, { props: { failure: { kind: 'outside' } } })
    expect(readText(screen.get('h1').element)).toBe('Order Binder works inside Bitrix24')
    expect(readText(screen.get('pre').element)).toBe('npm ci npm start')
    expect(screen.findAll('ol li')).toHaveLength(5)
    expect(findAllByRole(screen, 'button')).toHaveLength(0)
  })

  it('says that a silent portal does not answer, and offers another try', () => {
    const screen = mountWith(StartScreen, { props: { failure: { kind: 'silent' } } })
    expect(readText(screen.element)).toMatch(
      /The portal does not answer.*no answer in 10 seconds.*Nothing was changed.*Try again/,
    )
  })

  it('shows the code of a refusal', () => {
    const screen = mountWith(StartScreen, { props: { failure: { kind: 'refused', code: 'JSSDK_X' } } })
    expect(readText(screen.element)).toMatch(/The portal refused to start the app.*Code: JSSDK_X/)
  })

  it('shows Russian with the right plural', () => {
    const screen = mountWith(StartScreen, { props: { failure: { kind: 'silent' } }, language: 'ru' })
    expect(readText(screen.element)).toContain('не получило ответа за 10 секунд.')
  })
})
