import { describe, expect, it, vi } from 'vitest'
import { FAILURE_KINDS } from '@/domain/failure'
import FailureNotice from '@/ui/FailureNotice.vue'
import * as reopenPage from '@/ui/reopen-page'
import { aFailure } from '@tests/support/builders'
import { findAllByRole, findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { readLocale } from '@tests/support/read-locale'

const en = readLocale('en')
const ru = readLocale('ru')

/** What a person reads first, for each kind. */
const SENTENCES: Record<(typeof FAILURE_KINDS)[number], string> = {
  'busy': 'too many requests',
  'time-limit': 'paused this app',
  'overload': 'overloaded',
  'offline': 'connection to the portal was lost',
  'timeout': 'did not answer in time',
  'portal-error': 'an error of its own',
  'unreadable': 'does not understand',
  'no-read-right': 'may not see store orders',
  'no-write-right': 'may not change which owner',
  'access-denied': 'denied you access',
  'user-denied': 'may not use this app',
  'missing-scope': 'not given all the permissions',
  'session-ended': 'session with the portal has ended',
  'plan': 'plan of your portal',
  'portal-deleted': 'has been deleted',
  'no-auth': 'does not recognise this app',
  'https-required': 'secure connections only',
  'bad-credentials': 'did not accept the credentials',
  'manifest': 'description of this app',
  'batch-refused': 'several requests at once',
  'no-store': 'no online store',
  'order-gone': 'no such order any more',
  'owner-gone': 'owner no longer exists',
  'refused': 'refused this request',
  'app-error': 'Something in the app went wrong',
}

const MAY_BE_RETRIED = ['busy', 'time-limit', 'offline', 'timeout', 'portal-error', 'unreadable']

describe('FailureNotice', () => {
  it.each(FAILURE_KINDS)('says in words what happened: %s', (kind) => {
    const notice = mountWith(FailureNotice, { props: { failure: aFailure({ kind, code: 'CODE_OF_PORTAL' }) } })
    const text = readText(findAllByRole(notice, 'alert')[0]?.element)
    expect(text).toContain(SENTENCES[kind])
    expect(text).toContain(en.failure.kinds[kind].next)
    expect(text).toContain('CODE_OF_PORTAL')
  })

  it.each(FAILURE_KINDS)('has words of its own in Russian: %s', (kind) => {
    const notice = mountWith(FailureNotice, { props: { failure: aFailure({ kind }) }, language: 'ru' })
    expect(notice.text()).toContain(ru.failure.kinds[kind].what)
    expect(ru.failure.kinds[kind].what).toMatch(/[а-я]/)
    expect(ru.failure.kinds[kind].next).toMatch(/[а-я]/)
  })

  it('tells no two kinds apart by the code alone', () => {
    for (const { failure } of [en, ru]) {
      expect(new Set(Object.values(failure.kinds).map(({ what }) => what)).size).toBe(FAILURE_KINDS.length)
    }
  })

  it.each(FAILURE_KINDS)('offers to try again only where that can help: %s', async (kind) => {
    const notice = mountWith(FailureNotice, { props: { failure: aFailure({ kind }) } })
    if (!MAY_BE_RETRIED.includes(kind)) {
      expect(findAllByRole(notice, 'button').filter((button) => button.text() !== 'Reload')).toEqual([])
      return
    }
    await findByRole(notice, 'button', 'Try again').trigger('click')
    expect(notice.emitted('retry')).toHaveLength(1)
  })

  it('offers a mistake of the app a new page, and nothing else', async () => {
    const reopen = vi.spyOn(reopenPage, 'reopenPage').mockImplementation(() => undefined)
    const notice = mountWith(FailureNotice, { props: { failure: aFailure({ kind: 'app-error' }) } })
    expect(findAllByRole(notice, 'button').map((button) => button.text())).toEqual(['Reload'])
    await findByRole(notice, 'button', 'Reload').trigger('click')
    expect(reopen).toHaveBeenCalledOnce()
    expect(notice.emitted('retry')).toBeUndefined()
  })

  it("shows the portal's own description as text", () => {
    const description = 'Order <b>12</b> is locked'
    const notice = mountWith(FailureNotice, { props: { failure: aFailure({ kind: 'refused', description }) } })
    expect(notice.text()).toContain(`The portal says: ${description}`)
  })

  it('names the permission that is missing', () => {
    const failure = aFailure({ kind: 'missing-scope', code: 'insufficient_scope', scope: 'sale' })
    expect(mountWith(FailureNotice, { props: { failure } }).text()).toContain('insufficient_scope · sale')
  })

  it('says of a refused change that it was not made', () => {
    const failure = aFailure({ kind: 'no-write-right', changed: 'no' })
    expect(mountWith(FailureNotice, { props: { failure, context: 'write' } }).text()).toContain(
      'The change was not made.',
    )
  })

  it('offers to make a change again that a temporary failure prevented', async () => {
    const failure = aFailure({ kind: 'timeout', changed: 'no' })
    const notice = mountWith(FailureNotice, { props: { failure, context: 'write' } })
    await findByRole(notice, 'button', 'Try again').trigger('click')
    expect(notice.emitted('retry')).toHaveLength(1)
  })
})
