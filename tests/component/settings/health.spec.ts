import type { FaultRule } from '@emulator/portal/fault'
import { describe, expect, it } from 'vitest'
import HealthSection from '@/pages/HealthSection.vue'
import { eventually } from '@tests/support/eventually'
import { findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { faultOf, openPortal } from '@tests/support/open-portal'
import { click, waitForText } from '@tests/support/tab-steps'

function openHealth(faults: FaultRule[] = [], user = 1) {
  const opened = openPortal({ faults, user })
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
    const { local, page } = openHealth([faultOf('batch', { kind: 'cut-before' }, { nth: 1 })])
    await waitForText(page, /The orders were not counted/)
    await click(page, 'Try again')
    await waitForText(page, new RegExp(`${local.data.orders.size} orders less`))
  })

  it('finds out what the portal does, shows it and keeps it for everybody', async () => {
    const { local, page } = openHealth()
    await click(page, 'Find out')
    await waitForText(page, /finds by range/)
    expect(readText(page.element)).toContain('Owner types: ID, code, attribute2 DEAL DYN')
    expect(String(local.app.options.facts)).toContain('"ownerTypes":"2 DEAL DYN"')
    findByRole(page, 'button', 'Copy facts')
  })

  it('shows what was found out also where it could not be kept', async () => {
    const { local, page } = openHealth([faultOf('app.option.set', { kind: 'error', code: 'X', status: 500 })])
    await click(page, 'Find out')
    await waitForText(page, /not kept in the portal/)
    expect([readText(page.element).includes('2 DEAL DYN'), local.app.options]).toEqual([true, {}])
  })
})
