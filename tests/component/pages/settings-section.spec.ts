import { expect, it } from 'vitest'
import SettingsSection from '@/pages/SettingsSection.vue'
import { fakePortal } from '@tests/support/fake-portal'
import { readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'

it('says what is lost for good when the application is deleted, and what stays', () => {
  const section = mountWith(SettingsSection, { portal: fakePortal() })
  const note = readText(section.get('[role=note]').element)
  expect(note).toContain(
    'If the application is deleted from the portal, its tabs, these settings and the journal of changes go with it, for good.',
  )
  expect(note).toContain('Which order belongs where stays as it is.')
})
