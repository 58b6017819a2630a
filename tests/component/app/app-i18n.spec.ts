import { describe, expect, it } from 'vitest'
import { createAppI18n } from '@/i18n'

describe('createAppI18n', () => {
  it('loads Russian and marks the document with it', async () => {
    const i18n = await createAppI18n('ru')
    expect(i18n.global.t('undo.undo')).toBe('Вернуть как было')
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ru', 'ltr'])
  })

  it('counts in Russian by the rules of Russian', async () => {
    const { global } = await createAppI18n('ru')
    const counted = [1, 3, 11, 22].map((count) => global.t('binding.list.total', count))
    expect(counted).toEqual(['1 заказ', '3 заказа', '11 заказов', '22 заказа'])
  })

  it('shows English where a language has no file, and marks the document so', async () => {
    const i18n = await createAppI18n('ar')
    expect(i18n.global.t('undo.undo')).toBe('Undo')
    expect(i18n.global.locale.value).toBe('ar')
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['en', 'ltr'])
  })
})
