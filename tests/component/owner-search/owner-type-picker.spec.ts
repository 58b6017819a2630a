import type { OwnerType } from '@/domain/owner-type'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { ownerTypeId } from '@/domain/id'
import OwnerTypePicker from '@/features/owner-search/OwnerTypePicker.vue'
import { aFailure, anOwnerType } from '@tests/support/builders'
import { eventually } from '@tests/support/eventually'
import { fakePortal } from '@tests/support/fake-portal'
import { findAllByRole, findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { openPortal } from '@tests/support/open-portal'

const DEAL = anOwnerType()
const INVOICE = anOwnerType({ id: ownerTypeId(31), name: 'Smart invoice', code: 'SMART_INVOICE' })
const RENTAL = anOwnerType({ id: ownerTypeId(177), name: 'Rental contract', code: 'DYNAMIC_177' })

async function openPicker(read: () => Promise<OwnerType[]>, picked?: number) {
  const portal = fakePortal({ ownerTypes: { read, isSearchable: (id) => id !== RENTAL.id } })
  const picker = mountWith(OwnerTypePicker, {
    portal,
    props: { modelValue: picked === undefined ? undefined : ownerTypeId(picked) },
  })
  await flushPromises()
  return picker
}

const isChecked = (radio: { element: Element }) => (radio.element as HTMLInputElement).checked

describe('OwnerTypePicker', () => {
  it('says that the types are being read', async () => {
    const picker = await openPicker(() => new Promise(() => undefined))
    expect(readText(findAllByRole(picker, 'status')[0]?.element)).toBe('Reading the owner types…')
    expect(findAllByRole(picker, 'radio')).toEqual([])
  })

  it('gives the reason of a failure, and the types after a retry', async () => {
    const read = vi.fn<() => Promise<OwnerType[]>>()
    read.mockRejectedValueOnce(aFailure({ kind: 'timeout' })).mockResolvedValueOnce([DEAL, INVOICE])
    const picker = await openPicker(read)
    expect(picker.text()).toContain('the portal did not answer in time.')

    await findByRole(picker, 'button', 'Try again').trigger('click')
    await flushPromises()

    expect(picker.text()).not.toContain('did not answer')
    expect(findAllByRole(picker, 'radio')).toHaveLength(2)
    expect(read).toHaveBeenCalledTimes(2)
  })

  it('keeps the focus inside after a retry', async () => {
    const read = vi.fn<() => Promise<OwnerType[]>>()
    read.mockRejectedValueOnce(aFailure({ kind: 'timeout' })).mockResolvedValueOnce([DEAL, INVOICE])
    const picker = await openPicker(read)
    const retry = findByRole(picker, 'button', 'Try again')
    ;(retry.element as HTMLElement).focus()
    await retry.trigger('click')
    await flushPromises()
    expect(picker.element.contains(document.activeElement)).toBe(true)
  })

  it('explains an empty list and says whom to ask', async () => {
    const picker = await openPicker(async () => [])
    expect(picker.text()).toContain('The portal offers no owner types.')
    expect(picker.text()).toContain('ask your administrator')
  })

  it('picks the only type at once and shows it', async () => {
    const picker = await openPicker(async () => [DEAL])
    expect(picker.emitted('update:modelValue')).toEqual([[2]])
    expect(isChecked(findByRole(picker, 'radio', 'Deal'))).toBe(true)
  })

  it('leaves the choice among several types to the person', async () => {
    const picker = await openPicker(async () => [DEAL, INVOICE])
    expect(picker.emitted('update:modelValue')).toBeUndefined()

    await findByRole(picker, 'radio', 'Smart invoice').setValue()

    expect(picker.emitted('update:modelValue')).toEqual([[31]])
  })

  it('shows the type that was picked before', async () => {
    const picker = await openPicker(async () => [DEAL, INVOICE], 31)
    expect(isChecked(findByRole(picker, 'radio', 'Smart invoice'))).toBe(true)
    expect(picker.emitted('update:modelValue')).toBeUndefined()
  })

  it('puts the radio buttons of one picker into one named group', async () => {
    const picker = await openPicker(async () => [DEAL, INVOICE])
    const names = findAllByRole(picker, 'radio').map(({ element }) => element.getAttribute('name'))
    expect(new Set(names).size).toBe(1)
    expect(readText(picker.find('fieldset > legend').element)).toBe('Owner type')
  })

  it('shows a type without a search, explained and not to be chosen', async () => {
    const picker = await openPicker(async () => [DEAL, INVOICE, RENTAL])
    const rental = findByRole(picker, 'radio', 'Rental contract')
    expect(rental.attributes('disabled')).toBeDefined()
    const reason = document.getElementById(rental.attributes('aria-describedby') ?? '')
    expect(readText(reason)).toContain('cannot search for owners of this type yet')
  })

  it('does not pick an only type that has no search', async () => {
    const picker = await openPicker(async () => [RENTAL])
    expect(picker.emitted('update:modelValue')).toBeUndefined()
  })

  it('keeps code, id and attribute within reach', async () => {
    const picker = await openPicker(async () => [INVOICE])
    expect(picker.findAll('dd')).toEqual([])
    await findByRole(picker, 'button', 'About the type Smart invoice').trigger('click')
    expect(picker.findAll('dd').map(({ element }) => readText(element))).toEqual(['SMART_INVOICE', '31', 'DYN'])
  })

  it('says what the documentation says about deals', async () => {
    const picker = await openPicker(async () => [DEAL])
    await findByRole(picker, 'button', 'About the type Deal').trigger('click')
    expect(picker.text()).toContain('for now an order can be bound to deals only')
  })

  it('shows the answer of the sample portal', async () => {
    const { portal, transport } = openPortal()
    const picker = mountWith(OwnerTypePicker, { portal })
    await eventually(() => expect(isChecked(findByRole(picker, 'radio', 'Deal'))).toBe(true))
    expect(picker.emitted('update:modelValue')).toEqual([[2]])
    expect(transport.requests.map(({ method }) => method)).toEqual(['crm.enum.getorderownertypes'])
  })
})
