import type { Reason } from '@/domain/suggestion'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { useReasonText } from '@/features/search/useReasonText'
import { aMoment } from '@tests/support/builders'
import { mountWith } from '@tests/support/mount'

interface Case {
  reasons: Reason[]
  of?: 'order' | 'owner'
  en: string
  ru: string
}

function say({ reasons, of = 'owner' }: Case, language: 'en' | 'ru'): string {
  const Host = defineComponent(() => {
    const textOf = useReasonText(of)
    return () => h('p', textOf(reasons))
  })
  return mountWith(Host, { language }).text()
}

const apart = (days: number, direction: 'before' | 'after' | 'same-day'): Reason => ({
  kind: 'days-apart',
  days,
  direction,
})
const products = (count: number): Reason => ({ kind: 'same-products', count })

const CASES: Case[] = [
  { reasons: [{ kind: 'same-contact' }], en: 'Same contact', ru: 'Тот же контакт' },
  {
    reasons: [{ kind: 'same-company' }, apart(2, 'before'), { kind: 'same-sum' }],
    en: 'Same company, opened 2 days before',
    ru: 'Та же компания, за 2 дня до заказа',
  },
  { reasons: [apart(1, 'before')], en: 'Opened 1 day before', ru: 'За 1 день до заказа' },
  { reasons: [apart(5, 'after')], en: 'Opened 5 days after', ru: 'Через 5 дней после заказа' },
  { reasons: [apart(0, 'same-day')], en: 'Opened the same day', ru: 'В день заказа' },
  { reasons: [apart(1, 'after')], of: 'order', en: 'Placed 1 day after', ru: 'Заказ через 1 день' },
  { reasons: [apart(22, 'before')], of: 'order', en: 'Placed 22 days before', ru: 'Заказ на 22 дня раньше' },
  { reasons: [apart(0, 'same-day')], of: 'order', en: 'Placed the same day', ru: 'Заказ в тот же день' },
  {
    reasons: [{ kind: 'same-sum' }, products(1)],
    en: 'Same sum, 1 product in common',
    ru: 'Та же сумма, 1 общий товар',
  },
  { reasons: [products(3)], en: '3 products in common', ru: '3 общих товара' },
  { reasons: [products(11)], en: '11 products in common', ru: '11 общих товаров' },
  {
    reasons: [{ kind: 'twin-of', number: '1031' }],
    en: 'Made by the store for order 1031',
    ru: 'Создано магазином для заказа 1031',
  },
  { reasons: [{ kind: 'own-twin' }], en: 'Made by the store for this order', ru: 'Создано магазином для этого заказа' },
  { reasons: [], en: '', ru: '' },
]

describe('the reason of a suggestion', () => {
  it.each(CASES)('is $en', (one) => {
    expect([say(one, 'en'), say(one, 'ru')]).toEqual([one.en, one.ru])
  })

  it('names the day where an owner was opened long ago', () => {
    const one: Case = { reasons: [{ kind: 'opened', at: aMoment('2026-10-30T12:00:00+00:00') }], en: '', ru: '' }
    expect(say(one, 'en')).toMatch(/^Opened .*Oct.* 30|^Opened 30 Oct/)
    expect(say(one, 'ru')).toMatch(/^От 30 окт/)
  })
})
