import type { LocalPortal } from '@emulator/portal/state'
import { describe, expect, it } from 'vitest'
import { createPortal } from '@emulator/create-portal'
import { answerPage } from '@emulator/pages/answer-page'
import { html, jsonScript } from '@emulator/pages/html'

const open = (portal: LocalPortal, path: string) =>
  answerPage(portal, { method: 'GET', url: new URL(path, 'http://localhost:5173'), body: undefined })

const aDeal = (portal: LocalPortal) => {
  const deal = portal.data.items.get(2)?.values().next().value
  if (!deal) throw new Error('The sample portal has deals.')
  return deal
}

describe('answerPage', () => {
  it('leads the bare address to the deals', () => {
    expect(open(createPortal(), '/')).toMatchObject({ status: 302, headers: { Location: '/crm/deal/list/' } })
  })

  it('never leads to another host', () => {
    expect(open(createPortal(), '//evil.example/crm')?.headers).not.toHaveProperty('Location')
    expect(open(createPortal(), '/crm//evil.example')?.headers).not.toHaveProperty('Location')
  })

  it('shows the title of a record as text, whatever is in it', () => {
    const portal = createPortal()
    const deal = aDeal(portal)
    deal.title = '</script><img src=x onerror=alert(1)>'
    const page = String(open(portal, `/crm/deal/details/${deal.id}/`)?.body)
    expect(page).not.toContain('<img')
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })

  it('leaves a place for the app in a tab, with id and address of the card', () => {
    const portal = createPortal({ registration: { placements: ['CRM_DEAL_DETAIL_TAB'] } })
    const { id } = aDeal(portal)
    const page = String(open(portal, `/crm/deal/details/${id}/?IFRAME=Y`)?.body)
    expect(page).toContain('data-placement="CRM_DEAL_DETAIL_TAB"')
    expect(page).toContain(
      `{&quot;ID&quot;:&quot;${id}&quot;,&quot;URI&quot;:&quot;/crm/deal/details/${id}/?IFRAME=Y&quot;}`,
    )
  })

  it('shows a place of one person to that person only', () => {
    const portal = createPortal()
    const handler = 'http://127.0.0.1/mine'
    portal.app.placements.push({ code: 'LEFT_MENU', handler, titles: { en: 'Mine alone' }, userId: 2 })
    expect(open(portal, '/crm/deal/list/')?.body).not.toContain('Mine alone')
    portal.settings.user = 2
    expect(open(portal, '/crm/deal/list/')?.body).toContain('Mine alone')
  })

  it('hides the places of an app that is not installed yet', () => {
    const portal = createPortal({
      registration: { installer: '/install.html', placements: ['CRM_DEAL_LIST_MENU'], title: 'Theirs' },
    })
    expect(open(portal, '/crm/deal/list/')?.body).not.toContain('data-open-app')
    portal.app.isInstalled = true
    expect(open(portal, '/crm/deal/list/')?.body).toContain('data-open-app')
  })

  it('shows the menu on whole pages only', () => {
    const portal = createPortal()
    expect(open(portal, '/crm/deal/list/')?.body).toContain('<nav class="menu"')
    expect(open(portal, '/crm/deal/list/?IFRAME=Y')?.body).not.toContain('<nav class="menu"')
  })

  it('gives the app page its parameters but not those of the portal', () => {
    const page = open(createPortal(), '/marketplace/app/1/?install_finished=Y&sessid=1&_r=2')?.body
    expect(page).toContain('{&quot;install_finished&quot;:&quot;Y&quot;}')
  })

  it.each(['/crm/deal/details/999999/', '/crm/type/555/list/', '/marketplace/app/99/', '/nowhere/'])(
    'finds nothing at %s',
    (path) => {
      expect(open(createPortal(), path)?.status).toBe(404)
    },
  )

  it('has an Orders section only in with-orders mode and for people of the store', () => {
    const statusFor = (mode: 'deals-only' | 'with-orders', user: number) =>
      open(createPortal({ settings: { mode, user } }), '/shop/orders/details/1/')?.status
    expect([statusFor('deals-only', 1), statusFor('with-orders', 1), statusFor('with-orders', 2)]).toEqual([
      404, 200, 200,
    ])
    expect(statusFor('with-orders', 3)).toBe(403)
  })

  it('hides from a person what their role does not open', () => {
    const portal = createPortal()
    const hidden = portal.data.samples.hiddenOwner?.ownerId
    expect(open(portal, `/crm/deal/details/${hidden}/`)?.status).toBe(200)
    portal.settings.user = 3
    expect(open(portal, `/crm/deal/details/${hidden}/`)?.status).toBe(404)
  })

  it('speaks the language of the portal', () => {
    const page = open(createPortal({ settings: { language: 'ru' } }), '/crm/deal/list/')?.body
    expect(page).toContain('<html lang="ru" dir="ltr"')
    expect(page).toContain('<h1 id="pagetitle">Сделки</h1>')
  })

  it('answers nothing but reading', () => {
    const url = new URL('http://localhost:5173/crm/deal/list/')
    expect(answerPage(createPortal(), { method: 'POST', url, body: {} })).toBeUndefined()
  })
})

describe('html', () => {
  it('escapes texts, keeps markup, joins lists and drops what is absent', () => {
    const list = ['<b>', 'c'].map((name) => html`<i>${name}</i>`)
    expect(html`<p title="${'"\'&'}">${list}${undefined}${false}${0}</p>`.source).toBe(
      '<p title="&quot;&#39;&amp;"><i>&lt;b&gt;</i><i>c</i>0</p>',
    )
  })

  it('keeps JSON inside its script element', () => {
    const { source } = jsonScript('boot', { name: '</script>' })
    expect(source.match(/<\/script>/g)).toHaveLength(1)
    expect(JSON.parse(source.replace(/<[^>]*>/g, ''))).toEqual({ name: '</script>' })
  })
})
