import type { OpenPortalOptions } from '@tests/support/open-portal'
import { describe, expect, it } from 'vitest'
import HealthSection from '@/pages/HealthSection.vue'
import { eventually } from '@tests/support/eventually'
import { findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { faultOf, openPortal } from '@tests/support/open-portal'
import { click, waitForText } from '@tests/support/tab-steps'

function openHealth(options: OpenPortalOptions = {}) {
  const opened = openPortal(options)
  return { ...opened, page: mountWith(HealthSection, { portal: opened.portal }) }
}

describe('the health of the portal', () => {
  it('counts orders without an owner, and says what the search for them costs', async () => {
    const { local, page } = openHealth()
    const unbound = local.data.orders.size - local.data.bindings.size
    await waitForText(page, new RegExp(`${unbound} orders are without an owner`))
    expect(readText(page.element)).toContain(`${local.data.orders.size} orders less ${local.data.bindings.size}`)
    expect(readText(page.element)).toContain('2 to 3 requests')
  })

  it('opens the search for them', async () => {
    const { page } = openHealth()
    await eventually(() => findByRole(page, 'button', 'Search for them'))
    await click(page, 'Search for them')
    expect(page.emitted('search')).toHaveLength(1)
  })

  it('says that the orders were not counted, and counts them again', async () => {
    const { local, page } = openHealth({ faults: [faultOf('batch', { kind: 'cut-before' }, { nth: 1 })] })
    await waitForText(page, /The orders were not counted/)
    await click(page, 'Try again')
    await waitForText(page, new RegExp(`${local.data.orders.size} orders less`))
  })

  it('writes nothing when it is opened, and shows how long a text was stored the last time', async () => {
    const { transport, page } = openHealth({ context: { appOptions: { storageSize: '4096' } } })
    await waitForText(page, /texts of 4 kB came back whole when this was last tried/)
    await eventually(() => expect(page.get('section').attributes('aria-busy')).toBe('false'))
    const methods = transport.requests.map(({ method }) => method)
    expect(methods.filter((method) => /add|delete|set$|update|bind/.test(method))).toEqual([])
  })

  it('tries the storage out when somebody asks for it', async () => {
    const { local, page } = openHealth()
    await waitForText(page, /Storage in the portal: not tried yet/)
    await click(page, 'Storage in the portal: try it out')
    await waitForText(page, /Storage in the portal: in order/)
    expect(local.app.options).toEqual({ storageSize: '16384' })
  })

  it('makes the journal when somebody asks for it', async () => {
    const { local, page } = openHealth({ hasJournal: false })
    local.app.scopes.push('entity')
    await waitForText(page, /Journal of changes.*: it is not there yet/)
    await click(page, 'Journal of changes: try again')
    await waitForText(page, /Journal of changes: in order/)
    expect([...local.app.storages.keys()]).toEqual(['journal'])
  })

  it('finds out what the portal does, shows it and keeps it for everybody', async () => {
    const { local, page } = openHealth()
    await waitForText(page, /Find out/)
    await click(page, 'Find out')
    await waitForText(page, /finds by range/)
    expect(readText(page.element)).toContain('Owner types: ID, code, attribute2 DEAL DYN')
    expect(String(local.app.options.facts)).toContain('"ownerTypes":"2 DEAL DYN"')
    findByRole(page, 'button', 'Copy facts')
  })

  it('shows what was found out also where it could not be kept', async () => {
    const { local, page } = openHealth({
      faults: [faultOf('app.option.set', { kind: 'error', code: 'X', status: 500 })],
    })
    await waitForText(page, /Find out/)
    await click(page, 'Find out')
    await waitForText(page, /not kept in the portal/)
    expect([readText(page.element).includes('2 DEAL DYN'), local.app.options]).toEqual([true, {}])
  })
})
