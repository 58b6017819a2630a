import type { PlacementState } from '@/features/setup/registration'
import type { FaultEffect, FaultRule } from '@emulator/portal/fault'
import { describe, expect, it } from 'vitest'
import { createInstallationRun } from '@/features/setup/installation-run'
import { faultOf, openPortal } from '@tests/support/open-portal'

const [TAB, MENU, BUTTON] = ['CRM_DEAL_DETAIL_TAB', 'CRM_DEAL_LIST_MENU', 'CRM_DEAL_DETAIL_TOOLBAR']
const CODES = [TAB, MENU, BUTTON]
const APP = 'https://app.example/'
const HERE = `${APP}index.html`

const cut = (method: string, n: number, kind: 'cut-before' | 'cut-after' = 'cut-before') =>
  faultOf(method, { kind }, { nth: n })
const refuse = (n: number, code: string): FaultRule => faultOf('placement.bind', { kind: 'error', code }, { nth: n })

function open(faults: FaultRule[] = []) {
  const { portal, local, transport } = openPortal({ faults, context: { appAddress: `${APP}install.html` } })
  const last: Record<string, PlacementState> = {}
  const tell = (code: string, state: PlacementState) => void (last[code] = state)
  const run = createInstallationRun({ placements: portal.placements, tell }, async () => ({ en: 'Orders' }))
  const registered = () => local.app.placements.map(({ code, handler }) => `${code} ${handler}`)
  const kinds = () => CODES.map((code) => last[code]?.kind)
  return { run, registered, kinds, local, transport }
}

const at = (handler: string, ...codes: (string | undefined)[]) => codes.map((code) => `${code} ${handler}`)

describe('a run of the installer', () => {
  it('registers one place after the other, and tells each', async () => {
    const { run, registered, kinds } = open()
    expect(await run.run(CODES)).toEqual({ kind: 'tried', refused: 0 })
    expect([registered(), kinds()]).toEqual([at(HERE, ...CODES), ['added', 'added', 'added']])
  })

  it('finds what is there already, under either name of the page', async () => {
    const { run, registered, kinds, local } = open()
    local.app.placements.push({ code: MENU ?? '', handler: APP, titles: {} })
    await run.run(CODES)
    expect(kinds()).toEqual(['added', 'there', 'added'])
    expect(registered()).toEqual([...at(APP, MENU), ...at(HERE, TAB, BUTTON)])
  })

  it('registers beside an earlier address, which it leaves alone', async () => {
    const { run, registered, local } = open()
    local.app.placements.push({ code: TAB ?? '', handler: 'https://earlier.example/', titles: {} })
    await run.run([TAB ?? ''])
    expect(registered()).toEqual([...at('https://earlier.example/', TAB), ...at(HERE, TAB)])
  })

  it.each(['ERROR_PLACEMENT_NOT_FOUND', 'ERROR_PLACEMENT_MAX_COUNT', 'ERROR_CORE', 'SOMETHING_NEW'])(
    'goes on where one place is refused: %s',
    async (code) => {
      const { run, kinds } = open([refuse(2, code)])
      expect(await run.run(CODES)).toEqual({ kind: 'tried', refused: 1 })
      expect(kinds()).toEqual(['added', 'refused', 'added'])
    },
  )

  it.each([
    'ERROR_WRONG_HANDLER_URL',
    'ACCESS_DENIED',
    'insufficient_scope',
    'QUERY_LIMIT_EXCEEDED',
    'user_access_error',
  ])('takes back and tries no further place after %s', async (code) => {
    const { run, registered, kinds } = open([refuse(2, code)])
    expect(await run.run(CODES)).toMatchObject({ kind: 'stopped', left: 'taken-back' })
    expect([registered(), kinds()]).toEqual([[], ['taken-back', 'refused', 'not-added']])
  })

  it.each<[string, FaultEffect]>([
    ['the connection is cut before', { kind: 'cut-before' }],
    ['the portal is silent', { kind: 'silence' }],
    ['the portal fails', { kind: 'error', code: 'INTERNAL_SERVER_ERROR', status: 500 }],
  ])('takes back only what it has added itself where %s', async (_, effect) => {
    const { run, registered, kinds, local } = open([faultOf('placement.bind', effect, { nth: 2 })])
    local.app.placements.push({ code: TAB ?? '', handler: HERE, titles: {} })
    expect(await run.run([...CODES, 'CRM_DEAL_DETAIL_ACTIVITY'])).toMatchObject({ kind: 'stopped', left: 'taken-back' })
    expect([registered(), kinds()]).toEqual([at(HERE, TAB), ['there', 'taken-back', 'refused']])
  })

  it.each(['cut-after', 'truncated', 'empty-body', 'html-page'] as const)(
    'goes on where the portal shows that it was registered: %s',
    async (kind) => {
      const { run, kinds } = open([faultOf('placement.bind', { kind }, { nth: 2 })])
      expect(await run.run(CODES)).toEqual({ kind: 'tried', refused: 0 })
      expect(kinds()).toEqual(['added', 'added', 'added'])
    },
  )

  it('adds nothing where it cannot read what is there', async () => {
    const { run, registered, transport } = open([cut('placement.get', 1)])
    expect(await run.run(CODES)).toMatchObject({ kind: 'stopped', left: 'nothing', failure: { kind: 'offline' } })
    expect([registered(), transport.requests.map(({ method }) => method)]).toEqual([[], ['placement.get']])
  })

  it('says that nothing is known while nothing can be read, and takes it back when asked again', async () => {
    const gets = [2, 3].map((n) => cut('placement.get', n))
    const { run, registered, kinds } = open([cut('placement.bind', 2, 'cut-after'), ...gets])
    expect(await run.run(CODES)).toMatchObject({ kind: 'stopped', left: 'unknown' })
    expect([registered(), kinds()]).toEqual([at(HERE, TAB, MENU), ['unknown', 'unknown', 'not-added']])
    expect(await run.takeBack()).toBe('taken-back')
    expect([registered(), kinds()]).toEqual([[], ['taken-back', 'taken-back', 'not-added']])
  })

  it.each<[string, FaultRule]>([
    ['cut before', cut('placement.unbind', 1)],
    ['refused', faultOf('placement.unbind', { kind: 'error', code: 'ERROR_CORE' }, { nth: 1 })],
  ])('says what could not be taken back, and tries again: %s', async (_, fault) => {
    const { run, registered, kinds } = open([cut('placement.bind', 3), fault])
    expect(await run.run(CODES)).toMatchObject({ kind: 'stopped', left: 'some' })
    expect([registered(), kinds()]).toEqual([at(HERE, TAB), ['left', 'taken-back', 'refused']])
    expect(await run.takeBack()).toBe('taken-back')
    expect(registered()).toEqual([])
  })

  it('knows by reading that a withdrawal without an answer was done', async () => {
    const { run, kinds } = open([cut('placement.bind', 2), cut('placement.unbind', 1, 'cut-after')])
    expect(await run.run(CODES)).toMatchObject({ left: 'taken-back' })
    expect(kinds()[0]).toBe('taken-back')
  })

  it('takes back nothing a second time', async () => {
    const { run, transport } = open([cut('placement.bind', 2)])
    await run.run(CODES)
    const sent = transport.requests.length
    expect(await run.takeBack()).toBe('nothing')
    expect(transport.requests).toHaveLength(sent)
  })
})
