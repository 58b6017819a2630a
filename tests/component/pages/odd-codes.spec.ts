import type { Component } from 'vue'
import type { FaultRule } from '@emulator/portal/fault'
import type { LocalPortal } from '@emulator/portal/state'
import { describe, expect, it } from 'vitest'
import StartScreen from '@/app/StartScreen.vue'
import MainPage from '@/pages/MainPage.vue'
import OrderTab from '@/pages/OrderTab.vue'
import OwnerTab from '@/pages/OwnerTab.vue'
import UnknownPlacement from '@/pages/UnknownPlacement.vue'
import { eventually } from '@tests/support/eventually'
import { findAllByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { faultOf, openPortal, readSample } from '@tests/support/open-portal'
import { waitForText } from '@tests/support/tab-steps'

/** Names that every object has, keys and syntax of our texts, markup, and nothing at all. */
const ODD = [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'failure.kinds.busy.what',
  'kinds',
  '@:common.retry',
  '{code} {0}',
  'one | two',
  '%{n} $t(common.retry)',
  '<b>bold</b>',
  'undefined',
  '0',
  '🙂',
]

/** A message key instead of its text, or an object instead of a value. */
const RAW =
  /\b(?:failure|boot|binding|undo|pages|order|owner\w*|orderSearch|common)\.[a-z]\w+|function|\[object|native code/

const expectNothingRaw = (text: string, odd: string) => expect(text.replaceAll(odd, '')).not.toMatch(RAW)

/** Reads of every page, which are refused with the code. */
const READS = ['sale.order.list', 'crm.orderentity.list', 'crm.enum.getorderownertypes', 'sale.status.list', 'profile']

/** What each page is about, in the sample portal. */
const PAGES: [name: string, page: Component, props: (local: LocalPortal) => object][] = [
  ['app page', MainPage, () => ({})],
  ['order tab', OrderTab, (local) => ({ orderId: readSample(local, 'move').orderId })],
  ['owner tab', OwnerTab, (local) => ({ owner: readSample(local, 'move').owner })],
]

function openPage(page: Component, props: (local: LocalPortal) => object, change: (local: LocalPortal) => FaultRule[]) {
  const { local, portal } = openPortal()
  local.faults = change(local).map((rule) => ({ rule, hits: 0 }))
  return mountWith(page, { portal, props: props(local) })
}

describe.each(PAGES)('%s', (_, page, props) => {
  it.each(ODD)('says in its own words that the portal refused with the code %j', async (code) => {
    const refused = () =>
      READS.map((method) => faultOf(method, { kind: 'error', code, status: 400, description: code }))
    const opened = openPage(page, props, refused)
    await waitForText(opened, 'the portal refused this request')
    for (const button of findAllByRole(opened, 'button')) {
      if (readText(button.element) === 'Details') await button.trigger('click')
    }
    const text = readText(opened.element)
    expect(text).toContain(code)
    expectNothingRaw(text, code)
  })
})

it.each(ODD)('shows rows whose codes and names are %j as they are', async (odd) => {
  const opened = openPage(
    MainPage,
    () => ({}),
    (local) => {
      for (const order of local.data.orders.values()) Object.assign(order, { statusId: odd, accountNumber: odd })
      for (const stage of local.data.statuses) Object.assign(stage, { SEMANTICS: odd, NAME: odd })
      const types = [{ id: 2, name: odd, code: odd, attribute: odd }]
      const statuses = { statuses: [{ id: odd, type: 'O', sort: 1 }] }
      return [
        faultOf('crm.enum.getorderownertypes', { kind: 'wrong-shape', result: types }),
        faultOf('sale.status.list', { kind: 'wrong-shape', result: statuses }),
      ]
    },
  )
  await eventually(() => expect(readText(findAllByRole(opened, 'row')[0]?.element)).toMatch(/2026/))
  await opened.findAll('tr[data-row] td button')[0]?.trigger('click')
  await eventually(() => expect(findAllByRole(opened, 'choice').length).toBeGreaterThan(3))
  const text = readText(opened.element)
  expect(text).toContain(`Order ${odd}`)
  expectNothingRaw(text, odd)
})

it.each(ODD)('shows a start that was refused with the code %j, and a place of that name', (code) => {
  const start = mountWith(StartScreen, { props: { failure: { kind: 'refused', code } } })
  const place = mountWith(UnknownPlacement, { props: { code } })
  for (const text of [readText(start.element), readText(place.element)]) {
    expect(text).toContain(code)
    expectNothingRaw(text, code)
  }
})
