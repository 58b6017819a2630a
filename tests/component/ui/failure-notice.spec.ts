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
  'no-read-right': 'You may not see store orders',
  'no-write-right': 'You may not change which owner',
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
  'no-placement': 'no such place for apps',
  'handler-refused': 'does not accept the address',
  'no-storage': 'keeps nothing for this app',
  'not-noted': 'journal was not stored',
  'order-gone': 'no such order any more',
  'owner-gone': 'owner no longer exists',
  'refused': 'refused this request',
  'app-error': 'something in the app went wrong',
}

const MAY_BE_RETRIED = ['busy', 'time-limit', 'offline', 'timeout', 'portal-error', 'unreadable']
/** Told in grey, as no failure. */
const MISSING_RIGHTS = ['no-read-right', 'no-write-right', 'access-denied']

const openDetails = (notice: ReturnType<typeof mountWith>) => findByRole(notice, 'button', 'Details').trigger('click')

describe('FailureNotice', () => {
  it.each(FAILURE_KINDS)('says in one line what happened, and the rest on demand: %s', async (kind) => {
    const failure = aFailure({ kind, code: 'CODE_OF_PORTAL' })
    const notice = mountWith(FailureNotice, { props: { failure, what: 'The orders could not be read' } })
    const line = readText(notice.element)
    expect(line).toContain(SENTENCES[kind])
    expect(line.includes('The orders could not be read: ')).toBe(!MISSING_RIGHTS.includes(kind))
    expect(line).not.toContain(en.failure.kinds[kind].next)
    expect(line).not.toContain('CODE_OF_PORTAL')
    await openDetails(notice)
    expect(readText(notice.element)).toContain(en.failure.kinds[kind].next)
    expect(readText(notice.element)).toContain('CODE_OF_PORTAL')
  })

  it.each(FAILURE_KINDS)('alarms of failures only, not of a right that is missing: %s', (kind) => {
    const notice = mountWith(FailureNotice, { props: { failure: aFailure({ kind }) } })
    expect(findAllByRole(notice, 'alert')).toHaveLength(MISSING_RIGHTS.includes(kind) ? 0 : 1)
    expect(notice.findAll('.text-danger').length > 0).toBe(!MISSING_RIGHTS.includes(kind))
  })

  it.each(FAILURE_KINDS)('has words of its own in Russian: %s', (kind) => {
    const notice = mountWith(FailureNotice, { props: { failure: aFailure({ kind }) }, language: 'ru' })
    expect(notice.text().toLowerCase()).toContain(ru.failure.kinds[kind].why.toLowerCase())
    expect(ru.failure.kinds[kind].why).toMatch(/[а-я]/)
    expect(ru.failure.kinds[kind].next).toMatch(/[а-я]/)
  })

  it('tells no two kinds apart by the code alone', () => {
    for (const { failure } of [en, ru]) {
      expect(new Set(Object.values(failure.kinds).map(({ why }) => why)).size).toBe(FAILURE_KINDS.length)
    }
  })

  it.each(FAILURE_KINDS)('offers to try again only where that can help: %s', async (kind) => {
    const notice = mountWith(FailureNotice, { props: { failure: aFailure({ kind }) } })
    const retries = findAllByRole(notice, 'button').filter((button) => button.text() === 'Try again')
    expect(retries).toHaveLength(MAY_BE_RETRIED.includes(kind) ? 1 : 0)
    await retries[0]?.trigger('click')
    expect(notice.emitted('retry')?.length ?? 0).toBe(retries.length)
  })

  it('offers a mistake of the app a new page, and no second try', async () => {
    const reopen = vi.spyOn(reopenPage, 'reopenPage').mockImplementation(() => undefined)
    const notice = mountWith(FailureNotice, { props: { failure: aFailure({ kind: 'app-error' }) } })
    expect(findAllByRole(notice, 'button').map((button) => button.text())).toEqual(['Details', 'Reload'])
    await findByRole(notice, 'button', 'Reload').trigger('click')
    expect(reopen).toHaveBeenCalledOnce()
    expect(notice.emitted('retry')).toBeUndefined()
  })

  it("shows the portal's own description as text", async () => {
    const description = 'Order <b>12</b> is locked'
    const notice = mountWith(FailureNotice, { props: { failure: aFailure({ kind: 'refused', description }) } })
    await openDetails(notice)
    expect(notice.text()).toContain(`The portal says: ${description}`)
  })

  it('names the permission that is missing', async () => {
    const failure = aFailure({ kind: 'missing-scope', code: 'insufficient_scope', scope: 'sale' })
    const notice = mountWith(FailureNotice, { props: { failure } })
    await openDetails(notice)
    expect(notice.text()).toContain('insufficient_scope · sale')
  })

  it.each([
    ['0', 'portal-error'],
    ['', 'portal-error'],
    ['ERROR_CORE', 'ERROR_CORE'],
  ])('names a failure with the code %j so that it can be looked up', async (code, shown) => {
    const notice = mountWith(FailureNotice, { props: { failure: aFailure({ kind: 'portal-error', code }) } })
    await openDetails(notice)
    expect(readText(notice.find('code').element)).toBe(shown)
  })

  it('hides the details again', async () => {
    const notice = mountWith(FailureNotice, { props: { failure: aFailure({ kind: 'timeout' }) } })
    await openDetails(notice)
    await openDetails(notice)
    expect(notice.text()).not.toContain(en.failure.kinds.timeout.next)
  })
})
