import type { AppSettings } from '@/domain/settings'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '@/domain/settings'
import SettingsForm from '@/features/settings/SettingsForm.vue'
import { aFailure } from '@tests/support/builders'
import { fakePortal } from '@tests/support/fake-portal'
import { findByLabel, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'

/** A form whose portal answers when it is told to: to the first request first. */
function openForm() {
  let settings: AppSettings = DEFAULT_SETTINGS
  const answers: ((error?: unknown) => void)[] = []
  const save = vi.fn(async (changes: Partial<AppSettings>) => {
    await new Promise<void>((resolve, reject) => answers.push((error) => (error ? reject(error) : resolve())))
    settings = { ...settings, ...changes }
  })
  const form = mountWith(SettingsForm, { portal: fakePortal({ settings: { read: () => settings, save } }) })
  async function answer(error?: unknown): Promise<void> {
    answers.shift()?.(error)
    await flushPromises()
  }
  return { form, save, answer }
}

describe('SettingsForm', () => {
  it('sends one request at a time; what is changed meanwhile goes with the next one', async () => {
    const { form, save, answer } = openForm()
    await findByLabel(form, 'Suggest orders').setValue(false)
    await findByLabel(form, 'smart invoices').setValue(true)
    await findByLabel(form, 'With orders').setValue()
    expect(save.mock.calls).toEqual([[{ suggests: false }]])
    await answer()
    expect(save.mock.calls.slice(1)).toEqual([[{ offersInvoices: true, ordersMode: 'with-orders' }]])
    expect(readText(form.element)).toContain('Saving…')
    await answer()
    expect(readText(form.element)).toContain('Saved.')
    expect(form.emitted('saved')).toHaveLength(1)
  })

  it('shows all that was not saved as it was, and sends it again when told to', async () => {
    const { form, save, answer } = openForm()
    await findByLabel(form, 'Suggest orders').setValue(false)
    await findByLabel(form, 'With orders').setValue()
    await answer(aFailure())
    expect(readText(form.element)).toContain('The setting was not saved')
    expect(findByLabel(form, 'Suggest orders').element.checked).toBe(true)
    expect(findByLabel(form, 'With deals only').element.checked).toBe(true)
    const again = form.findAll('button').find((button) => /again/i.test(button.text()))
    await again?.trigger('click')
    expect(save.mock.calls.at(-1)).toEqual([{ suggests: false, ordersMode: 'with-orders' }])
  })
})
