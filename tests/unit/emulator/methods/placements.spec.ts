import type { LocalPortal } from '@emulator/portal/state'
import { describe, expect, it } from 'vitest'
import { openSession } from '@emulator/calls/identity'
import { createPortal } from '@emulator/create-portal'
import { answerPage } from '@emulator/pages/answer-page'
import { answerRest } from '@emulator/rest/answer-rest'

async function call(portal: LocalPortal, method: string, params: Record<string, unknown>): Promise<void> {
  const { accessToken } = openSession(portal, 1)
  const answer = await answerRest(portal, { method, params, credentials: { kind: 'token', token: accessToken } })
  expect(answer).toMatchObject({ kind: 'answer', status: 200 })
}

/** Titles of the tabs on a deal's card. */
function readTabs(portal: LocalPortal): string[] {
  const id = portal.data.items.get(2)?.keys().next().value ?? 0
  const page = answerPage(portal, {
    method: 'GET',
    url: new URL(`/crm/deal/details/${id}/`, 'http://localhost:5173'),
    body: undefined,
  })
  return [...String(page?.body).matchAll(/role="tab"[^>]*>([^<]*)</g)].map(([, title]) => title ?? '')
}

const TAB = { PLACEMENT: 'CRM_DEAL_DETAIL_TAB', HANDLER: 'https://app.example.com/second' }

describe('the tabs of a card', () => {
  it('gain one when a handler is bound', async () => {
    const portal = createPortal()
    const before = readTabs(portal)
    await call(portal, 'placement.bind', { ...TAB, TITLE: 'Second look' })
    expect(readTabs(portal)).toEqual([...before, 'Second look'])
  })

  it('speak the language of the reader, or the first that the app gave', async () => {
    const portal = createPortal()
    await call(portal, 'placement.bind', { ...TAB, LANG_ALL: { de: { TITLE: 'Zweiter Blick' } } })
    expect(readTabs(portal).at(-1)).toBe('Zweiter Blick')
  })

  it('lose those of a placement that is unbound', async () => {
    const portal = createPortal()
    await call(portal, 'placement.unbind', { PLACEMENT: 'CRM_DEAL_DETAIL_TAB' })
    expect(readTabs(portal)).toEqual(['General'])
  })
})
