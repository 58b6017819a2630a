import type { ChangeNote } from '@/domain/journal'
import type { OwnerRef } from '@/domain/owner'
import type { OpenPortalOptions } from '@tests/support/open-portal'
import { afterEach, describe, expect, it, vi } from 'vitest'
import JournalSection from '@/pages/JournalSection.vue'
import { createPortal } from '@/portal/create-portal'
import { JOURNAL } from '@/portal/journal-text'
import { setFaults } from '@emulator/faults/faults'
import { anOwnerRef } from '@tests/support/builders'
import { eventually } from '@tests/support/eventually'
import { findAllByRole, findByRole, readText } from '@tests/support/find'
import { createInProcessTransport } from '@tests/support/in-process-transport'
import { instantClock } from '@tests/support/instant-clock'
import { mountWith } from '@tests/support/mount'
import { faultOf, openPortal, readSample, storedOwner } from '@tests/support/open-portal'
import { click, waitForText } from '@tests/support/tab-steps'

const STORE_ADMINISTRATOR = 4
const UNDO = 'Undo the change of order 1003'

/** A portal whose journal is looked at by one person and filled by another. */
function open(options: OpenPortalOptions = {}) {
  const opened = openPortal(options)
  if (options.hasJournal !== false) opened.local.app.scopes.push('user_brief')
  const { local } = opened
  const theirs = createPortal(createInProcessTransport(local, { user: STORE_ADMINISTRATOR }))
  const { orderId, owner: before } = readSample(local, 'move')
  const { owner: after } = readSample(local, 'moveTarget')
  let count = 0

  /** A change that somebody has made, as it is written down; its end too, unless told otherwise. */
  async function change(wish: Partial<ChangeNote> & { isOpen?: boolean } = {}): Promise<ChangeNote> {
    const { isOpen, ...given } = wish
    count += 1
    const id = `aaaabbbbcccc${String(count).padStart(4, '0')}`
    const note: ChangeNote = { id, orderId, expected: storedOwner(local, orderId), after, ...given }
    await theirs.bindings.write({ orderId: note.orderId, after: note.after }, note.expected, { note })
    if (!isOpen)
      await theirs.journal.addOutcome({
        id,
        orderId: note.orderId,
        ending: 'done',
        before: note.expected,
        after: note.after,
      })
    return note
  }

  const items = () => [...(local.app.storages.get(JOURNAL)?.items.values() ?? [])]
  const show = () => mountWith(JournalSection, { portal: opened.portal, clock: instantClock() })
  return { ...opened, theirs, orderId, before, after, change, items, show }
}

const rowsOf = (page: ReturnType<ReturnType<typeof open>['show']>) =>
  findAllByRole(page, 'row').map(({ element }) => readText(element))
const textOf = (owner: OwnerRef) => `${owner.typeId}:${owner.id}`

afterEach(() => vi.restoreAllMocks())

describe('the journal page', { timeout: 15_000 }, () => {
  it('says that nothing has been changed yet', async () => {
    await waitForText(open().show(), 'Nothing has been changed yet')
  })

  it('tells who moved which order from where to where, when and with which end', async () => {
    const opened = open()
    await opened.change()
    const page = opened.show()
    await waitForText(page, /Order 1003.*From .+→ .+Ravi Castellori ?Made/)
    await waitForText(page, '1 entry kept')
    expect(readText(page.element)).toMatch(/\d{4}, \d+:\d\d/)
    expect(page.find('a[href$="/company/personal/user/4/"]').exists()).toBe(true)
  })

  it('calls colleagues by number where it may not name them', async () => {
    const opened = open()
    opened.local.app.scopes.splice(opened.local.app.scopes.indexOf('user_brief'), 1)
    await opened.change()
    await waitForText(opened.show(), 'Employee 4')
  })

  it('takes a change of somebody else back, by a question that names author and owners', async () => {
    const opened = open()
    await opened.change()
    const page = opened.show()
    await eventually(() => findByRole(page, 'button', UNDO))
    await click(page, UNDO)
    await waitForText(page, /Put order 1003 back to .+\?.*Ravi Castellori moved it from .+ to .+ on /)
    expect(storedOwner(opened.local, opened.orderId)).toEqual(opened.after)
    await click(page, 'Put back')
    await eventually(() => expect(storedOwner(opened.local, opened.orderId)).toEqual(opened.before))
    await waitForText(page, /1003 ?Put back/)
    await waitForText(page, /Undone: Vera Lindqvar/)
    expect(rowsOf(page)).toHaveLength(2)
    expect(rowsOf(page)[0]).toMatch(/Vera Lindqvar ?Put back/)
  })

  it('detaches where there was no owner before', async () => {
    const opened = open()
    const free = readSample(opened.local, 'unbound').orderId
    await opened.change({ orderId: free, expected: null })
    const page = opened.show()
    await eventually(() => findByRole(page, 'button', 'Undo the change'))
    await click(page, 'Undo the change')
    await waitForText(page, /Detach order \d+ again.*Ravi Castellori bound it to/)
    await click(page, 'Put back')
    await eventually(() => expect(storedOwner(opened.local, free)).toBeNull())
  })

  it('leaves an order alone that somebody has changed since', async () => {
    const opened = open()
    await opened.change()
    const theirs = readSample(opened.local, 'dealWithoutOrders').owner
    const page = opened.show()
    await eventually(() => findByRole(page, 'button', UNDO))
    opened.local.data.bindings.set(opened.orderId, { ownerTypeId: theirs.typeId, ownerId: theirs.id })
    await click(page, UNDO)
    await click(page, 'Put back')
    await waitForText(page, 'Not undone: somebody has changed the owner since')
    expect(storedOwner(opened.local, opened.orderId)).toEqual(theirs)
  })

  it('gives the plan up by Escape, with the focus on its button', async () => {
    const opened = open()
    await opened.change()
    const page = opened.show()
    await eventually(() => findByRole(page, 'button', UNDO))
    await click(page, UNDO)
    await page.get('[role=group]').trigger('keydown', { key: 'Escape' })
    await eventually(() => expect(document.activeElement?.getAttribute('aria-label')).toContain(UNDO))
    expect(storedOwner(opened.local, opened.orderId)).toEqual(opened.after)
  })

  it('says why an entry cannot be undone: not made, what it replaced not known, the owner deleted', async () => {
    const opened = open()
    const { change, theirs, orderId, after, local } = opened
    const gone = await change()
    const failed = await change({ after: gone.expected })
    await theirs.journal.addOutcome({ id: failed.id, orderId, ending: 'not-done', after: failed.after })
    local.data.items.get(opened.before.typeId)?.delete(opened.before.id)
    const page = opened.show()
    await waitForText(page, /Not made ?Nothing to undo/)
    await waitForText(page, 'Cannot be undone: the former owner was deleted')
    expect(textOf(after)).not.toBe(textOf(opened.before))
    expect(findAllByRole(page, 'button').map(({ element }) => element.getAttribute('aria-label'))).not.toContain(UNDO)
  })

  it('marks an entry that was altered, and says so in the plan', async () => {
    const opened = open()
    await opened.change()
    const [note] = opened.items()
    if (note) note.modifiedBy = 2
    const page = opened.show()
    await waitForText(page, 'Altered later')
    await click(page, UNDO)
    await waitForText(page, 'This entry was altered after it was written down')
  })

  it('shows what another version has written, and never takes it back', async () => {
    const opened = open()
    await opened.change()
    const [note] = opened.items()
    if (note) note.values.BODY = '2 something new'
    const page = opened.show()
    await waitForText(page, 'Written by another version of the app')
    expect(readText(page.element)).not.toContain('Undo…')
  })

  it('offers no undo to people who may not change anything', async () => {
    const opened = open({ user: 2 })
    await opened.change()
    const page = opened.show()
    await waitForText(page, /Order 1003.*Made/)
    expect(readText(page.element)).not.toContain('Undo…')
  })
})

describe('entries without an end', { timeout: 15_000 }, () => {
  /** By the portal's clock. */
  const pass = ({ local }: ReturnType<typeof open>, seconds: number) => void (local.clock.movedMs += seconds * 1_000)
  const outcomes = (opened: ReturnType<typeof open>) => opened.items().filter(({ values }) => values.KIND === 'outcome')

  it('are settled as made where the order is as wished, which is written down', async () => {
    const opened = open()
    await opened.change({ isOpen: true })
    pass(opened, 80)
    await waitForText(opened.show(), /Ravi Castellori ?Made/)
    await eventually(() => expect(outcomes(opened)).toHaveLength(1))
    expect(outcomes(opened)[0]?.values.BODY).toContain(' done ')
  })

  it('are not known where the order has another owner, and nothing is written down', async () => {
    const opened = open()
    await opened.change({ isOpen: true })
    opened.local.data.bindings.delete(opened.orderId)
    pass(opened, 80)
    await waitForText(opened.show(), /Not known ?Cannot be undone: whether it was made is not known/)
    expect(outcomes(opened)).toHaveLength(0)
  })

  it('wait for their time', async () => {
    const opened = open()
    await opened.change({ isOpen: true })
    pass(opened, 60)
    await waitForText(opened.show(), 'No end written down')
    await eventually(() =>
      expect(opened.transport.requests.map(({ params }) => JSON.stringify(params)).join()).toContain('server.time'),
    )
    expect(outcomes(opened)).toHaveLength(0)
  })
})

describe('the filters of the journal', { timeout: 15_000 }, () => {
  it('find an order by number, and what the person has changed', async () => {
    const opened = open()
    const free = readSample(opened.local, 'unbound').orderId
    await opened.change()
    await opened.change({ orderId: free, expected: null })
    const page = opened.show()
    await eventually(() => expect(rowsOf(page)).toHaveLength(2))
    await page.get('input[type=search]').setValue('1003')
    await eventually(() => expect(rowsOf(page)).toHaveLength(1))
    expect(rowsOf(page)[0]).toContain('Order 1003')
    await page.get('input[type=search]').setValue('no such order')
    await waitForText(page, 'No order or deal is called so')
    await page.get('input[type=search]').setValue('')
    await page.get('[aria-label="Changed by"]').trigger('click')
    await findByRole(page, 'option', 'Me').trigger('click')
    await waitForText(page, 'No entry matches.')
    await click(page, 'Clear the filters')
    await eventually(() => expect(rowsOf(page)).toHaveLength(2))
  })

  it('find an owner by title, by id and by address, with what went to it and what left it', async () => {
    const opened = open()
    const free = readSample(opened.local, 'unbound').orderId
    await opened.change()
    await opened.change({ orderId: free, expected: null, after: anOwnerRef(opened.before.id + 1) })
    const page = opened.show()
    await eventually(() => expect(rowsOf(page)).toHaveLength(2))
    const { id } = opened.before
    for (const typed of ['Fitting out the new head', `deal ${id}`, `https://x.example/crm/deal/details/${id}/`]) {
      await page.get('input[type=search]').setValue(typed)
      await eventually(() => expect(rowsOf(page)).toHaveLength(1))
      expect(rowsOf(page)[0]).toContain('Order 1003')
      await page.get('input[type=search]').setValue('')
      await eventually(() => expect(rowsOf(page)).toHaveLength(2))
    }
  })

  it('find an owner that is gone by its id', async () => {
    const opened = open()
    await opened.change({ after: anOwnerRef(99_999) })
    const page = opened.show()
    await eventually(() => expect(rowsOf(page)).toHaveLength(1))
    await page.get('input[type=search]').setValue('Deal 99999')
    await waitForText(page, 'Deal 99999')
    await eventually(() => expect(rowsOf(page)).toHaveLength(1))
    await page.get('input[type=search]').setValue('Deal 99998')
    await waitForText(page, 'No entry matches.')
  })

  it('let an order and a deal that is called after it be told apart', async () => {
    const opened = open()
    const free = readSample(opened.local, 'unbound').orderId
    await opened.change()
    await opened.change({ orderId: free, expected: null })
    const page = opened.show()
    await eventually(() => expect(rowsOf(page)).toHaveLength(2))
    await page.get('input[type=search]').setValue('1003')
    await eventually(() => findByRole(page, 'button', `Order 1003 (ID ${opened.orderId})`))
    await eventually(() => expect(rowsOf(page)).toHaveLength(1))
    const [deal] = findAllByRole(page, 'button').filter(({ element }) => /^Deal \d+: /.test(readText(element)))
    await deal?.trigger('click')
    await eventually(() => expect(rowsOf(page)[0] ?? 'No change').toMatch(/Order No\. 1003|No change/))
    expect(deal?.attributes('aria-pressed')).toBe('true')
  })

  it('find what a colleague has changed', async () => {
    const opened = open()
    await opened.change()
    const page = opened.show()
    await eventually(() => expect(rowsOf(page)).toHaveLength(1))
    await page.get('[aria-label="Changed by"]').trigger('click')
    await eventually(() => findByRole(page, 'option', 'Ravi Castellori'))
    await findByRole(page, 'option', 'Ravi Castellori').trigger('click')
    await eventually(() => expect(rowsOf(page)).toHaveLength(1))
  })

  it('find by day', async () => {
    const opened = open()
    await opened.change()
    const page = opened.show()
    await eventually(() => expect(rowsOf(page)).toHaveLength(1))
    await page.get('[aria-label="Date"]').trigger('click')
    await findByRole(page, 'option', 'From').trigger('click')
    await page.findAll('input[type=date]')[1]?.setValue('2020-01-01')
    await waitForText(page, 'No entry matches.')
  })
})

describe('more than a page', { timeout: 30_000 }, () => {
  async function openMany() {
    const opened = open()
    const storage = opened.local.app.storages.get(JOURNAL)
    await opened.change()
    const [note] = opened.items()
    for (let id = 1_001; note && id <= 1_060; id += 1)
      storage?.items.set(id, { ...note, id, values: { ...note.values, KEY: `ddddeeee${id}` } })
    return opened
  }

  it('comes by "Show more"', async () => {
    const page = (await openMany()).show()
    await waitForText(page, 'Show more')
    const first = rowsOf(page).length
    await click(page, 'Show more')
    await eventually(() => expect(rowsOf(page)).toHaveLength(61))
    expect(first).toBe(50)
  })

  it('is exported whole, as a file that begins no field with a formula', async () => {
    const opened = await openMany()
    const deal = opened.local.data.items.get(opened.before.typeId)?.get(opened.before.id)
    if (deal) deal.title = '=1+1'
    const saved: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => `blob:${saved.push(file as Blob)}`)
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const page = opened.show()
    await waitForText(page, 'Export CSV')
    await click(page, 'Export CSV')
    await waitForText(page, '61 lines exported')
    const text = await saved[0]?.text()
    expect(text?.split('\r\n')).toHaveLength(63)
    expect(text).toMatch(/"1003","3","'=1\+1","2:\d+",/)
  })

  it('is not exported where it was stopped', async () => {
    const opened = await openMany()
    const create = vi.spyOn(URL, 'createObjectURL')
    const page = opened.show()
    await waitForText(page, 'Export CSV')
    await click(page, 'Export CSV')
    await click(page, 'Stop')
    await waitForText(page, 'Stopped. Nothing was exported.')
    expect(create).not.toHaveBeenCalled()
  })
})

describe('without a journal', { timeout: 15_000 }, () => {
  it('says in one grey sentence that the app lacks the scope', async () => {
    const page = open({ hasJournal: false }).show()
    await waitForText(page, 'The app may not keep a journal in this portal.')
    expect(page.findAll('[role=note]')).toHaveLength(1)
    expect(page.findAll('[role=alert]')).toHaveLength(0)
    findByRole(page, 'button', 'Copy')
  })

  it('says that nobody has made it, to people who may not', async () => {
    const opened = open({ user: 2 })
    opened.local.app.storages.clear()
    await waitForText(opened.show(), 'The journal has not been made in this portal yet.')
    expect(opened.local.app.storages.size).toBe(0)
  })

  it('says why it could not be read, and reads it again', async () => {
    const opened = open({
      faults: [faultOf('entity.item.get', { kind: 'error', code: 'INTERNAL_SERVER_ERROR', status: 500 })],
    })
    const page = opened.show()
    await waitForText(page, 'The journal could not be read')
    setFaults(opened.local, [])
    await click(page, 'Try again')
    await waitForText(page, 'Nothing has been changed yet')
  })
})

describe('old entries', { timeout: 15_000 }, () => {
  /** A journal with two changes, the first one made so many days ago. */
  async function openOld(days: number, user = 1) {
    const opened = open({ user })
    await opened.change()
    const at = new Date(opened.local.now() - days * 86_400_000).toISOString()
    for (const item of opened.items()) Object.assign(item, { createdAt: at, modifiedAt: at })
    await opened.change({ orderId: readSample(opened.local, 'unbound').orderId, expected: null })
    // Files are saved by the browser.
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }))
    const page = opened.show()
    return { ...opened, page }
  }

  it('are deleted once they are saved as a file, and the rest stays', async () => {
    const { page, items } = await openOld(400)
    await eventually(() => findByRole(page, 'button', 'Delete old entries'))
    await click(page, 'Delete old entries')
    await waitForText(page, '1 entry is older')
    expect(findByRole(page, 'button', 'Delete 1 entry').attributes('disabled')).toBeDefined()
    const [, exportOld] = findAllByRole(page, 'button').filter(({ element }) => readText(element) === 'Export CSV')
    await exportOld?.trigger('click')
    await waitForText(page, '1 line exported')
    await click(page, 'Delete 1 entry')
    await waitForText(page, '1 entry was deleted')
    expect(items().filter(({ values }) => values.KIND === 'change')).toHaveLength(1)
    await waitForText(page, '1 entry kept')
  })

  it('of less than a year are not offered', async () => {
    const { page } = await openOld(300)
    await eventually(() => findByRole(page, 'button', 'Delete old entries'))
    await click(page, 'Delete old entries')
    await waitForText(page, 'No entry is older')
    expect(readText(page.element)).not.toMatch(/Delete \d/)
  })

  it('are for administrators of the portal to delete', async () => {
    const { page } = await openOld(400, STORE_ADMINISTRATOR)
    await waitForText(page, '2 entries kept')
    expect(readText(page.element)).not.toContain('Delete old entries')
  })
})
