import type { VueWrapper } from '@vue/test-utils'
import type { InProcessTransport } from './in-process-transport'
import { expect } from 'vitest'
import { eventually } from './eventually'
import { findByRole, readText } from './find'

/** What a person does and sees on a page of the app. */

export function waitForText(page: VueWrapper, text: string | RegExp): Promise<void> {
  return eventually(() => expect(readText(page.element)).toMatch(text))
}

export function click(page: VueWrapper, name: string): Promise<void> {
  return findByRole(page, 'button', name).trigger('click')
}

/** Presses the last button of the open question, which is called by what it does; the one before it gives up. */
export async function confirmQuestion(page: VueWrapper): Promise<void> {
  await page.findAll('[role=group] button').at(-1)?.trigger('click')
}

/** How many writes of a binding went to the portal; the question about rights names no order and is none. */
export function countWrites({ requests }: InProcessTransport): number {
  return JSON.stringify(requests).match(/orderentity\.(add|deletebyfilter)\?[^"]*orderId/gi)?.length ?? 0
}
