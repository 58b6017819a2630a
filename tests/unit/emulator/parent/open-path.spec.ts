import { describe, expect, it } from 'vitest'
import { resolvePath } from '@emulator/parent/open-path'

const ORIGIN = 'http://localhost:5173'
const listed = (path: unknown) => resolvePath(path, ORIGIN, 'listed')
const any = (path: unknown) => resolvePath(path, ORIGIN, 'any')

describe('resolvePath', () => {
  it.each(['/crm/deal/details/5/', '/crm/type/31/details/7/', '/crm/contact/details/1/', '/marketplace/app/1/'])(
    'opens the listed path %s at full width',
    (path) => expect(listed(path)).toEqual({ path }),
  )

  it('keeps the query and drops the hash', () => {
    expect(listed('/crm/deal/details/5/?IFRAME=Y&x=a%3Ab#top')?.path).toBe('/crm/deal/details/5/?IFRAME=Y&x=a%3Ab')
  })

  it.each([
    ['/crm/type/0/details/0/../../../../..', undefined],
    ['/company/personal/user/0/groups/create/../../../../../..', 1200],
    ['/crm/company/requisite/0/../../../..', 950],
    ['/workgroups/group/0/card/../../../..', 900],
    ['/crm/deal/../..', undefined],
  ])('takes the width from the prefix %s and collapses it', (prefix, width) => {
    const opened = listed(`${prefix}/shop/orders/details/9/?IFRAME=Y`)
    expect(opened?.path).toBe('/shop/orders/details/9/?IFRAME=Y')
    expect(opened?.width).toBe(width)
  })

  it('refuses what is not listed, unless any path may open', () => {
    expect(listed('/shop/orders/details/9/')).toBeUndefined()
    expect(any('/shop/orders/details/9/')).toEqual({ path: '/shop/orders/details/9/' })
  })

  it.each(['//evil.example/', '/\\evil.example/', 'http://evil.example/', 'crm/deal/details/5/', '', undefined, 5])(
    'refuses %s under both rules',
    (path) => expect([listed(path), any(path)]).toEqual([undefined, undefined]),
  )

  it('never leaves the portal, however many steps up', () => {
    expect(listed('/crm/deal/../../../../../../crm/deal/details/1/')?.path).toBe('/crm/deal/details/1/')
  })
})
