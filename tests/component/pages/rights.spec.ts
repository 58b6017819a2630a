import { describe, expect, it } from 'vitest'
import MainPage from '@/pages/MainPage.vue'
import OrderTab from '@/pages/OrderTab.vue'
import OwnerTab from '@/pages/OwnerTab.vue'
import { eventually } from '@tests/support/eventually'
import { readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { openPortal, readSample } from '@tests/support/open-portal'
import { click, waitForText } from '@tests/support/tab-steps'

const STORE_MANAGER = 2
const EMPLOYEE = 3

/** A page of the sample portal, opened by a person. */
const PAGES = {
  'deal tab': (user: number) => {
    const { local, portal } = openPortal({ user })
    return mountWith(OwnerTab, { portal, props: { owner: readSample(local, 'moveTarget').owner } })
  },
  'order tab': (user: number) => {
    const { local, portal } = openPortal({ user })
    return mountWith(OrderTab, { portal, props: { orderId: readSample(local, 'move').orderId } })
  },
  'app page': (user: number) => mountWith(MainPage, { portal: openPortal({ user }).portal }),
}
const STATEMENTS = '[role=note], [role=alert]'

describe.each(Object.entries(PAGES))('missing rights on the %s', (_, open) => {
  it('are one sentence for people who may only read, with a request to copy', async () => {
    const page = open(STORE_MANAGER)
    await waitForText(page, /Order 1\d{3}|Fitting out/)
    await waitForText(page, 'Only store administrators can move orders.')
    expect(page.findAll(STATEMENTS)).toHaveLength(1)
    expect(readText(page.element).match(/administrators/g)).toHaveLength(1)
    await click(page, 'Copy a request')
    await eventually(() => {
      const request = page.get<HTMLTextAreaElement>('textarea').element.value
      expect(request).toContain('Only store administrators can move orders. A portal administrator can grant')
    })
  })

  it('are one grey sentence for people who may not even read', async () => {
    const page = open(EMPLOYEE)
    await waitForText(page, 'You may not see store orders')
    await eventually(() => expect(page.findAll(STATEMENTS)).toHaveLength(1))
    expect(page.find('[role=alert]').exists()).toBe(false)
    expect(readText(page.element).match(/may not|administrators/g)).toHaveLength(1)
  })
})
