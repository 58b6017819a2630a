import type { FrameLocator, Locator, Page } from '@playwright/test'
import { appFrame, expect } from './portal-test'

/** Counts the clicks of a person inside a page and its frames, from now on. */
export async function countClicks(page: Page): Promise<() => Promise<number>> {
  const count = () => {
    const counter = window as unknown as { clicks?: number }
    if (counter.clicks !== undefined) return
    counter.clicks = 0
    window.addEventListener(
      'click',
      (event) => event.isTrusted && event.detail > 0 && (counter.clicks = (counter.clicks ?? 0) + 1),
      true,
    )
  }
  await Promise.all(page.frames().map((frame) => frame.evaluate(count)))
  return async () => {
    const counts = await Promise.all(
      page.frames().map((frame) => frame.evaluate(() => (window as unknown as { clicks?: number }).clicks ?? 0)),
    )
    return counts.reduce((sum, one) => sum + one, 0)
  }
}

/** The line of the tray that says what became of the change of an order. */
export function resultOf(frame: FrameLocator, number: string): Locator {
  return frame.getByRole('region', { name: 'Changes on this page' }).getByRole('listitem', { name: `Order ${number}` })
}

/** The field in which orders are searched for; by their ids where the portal shows no list. */
export function orderSearchBox(frame: FrameLocator): Locator {
  return frame.getByRole('combobox', { name: /number, ID|по номеру|^Order ID|^ID заказа/ })
}

/** The app's page inside the tab of a deal, an invoice or a dynamic item. */
export class OwnerTab {
  readonly frame: FrameLocator

  constructor(page: Page) {
    this.frame = appFrame(page)
  }

  /** Opens the card and, as a person does, its tab. */
  static async open(page: Page, cardUrl: string): Promise<OwnerTab> {
    await page.goto(cardUrl)
    await page.getByRole('tab', { name: /^(Orders|Заказы)$/ }).click()
    const tab = new OwnerTab(page)
    await expect(tab.frame.getByRole('heading', { level: 1 })).toBeVisible()
    return tab
  }

  /** The list of the owner's own orders, below the search. */
  get orders(): Locator {
    return this.frame.getByRole('table', { name: /^(Orders in this|Заказы в эт)/ })
  }

  order(number: string): Locator {
    return this.orders.getByRole('row', { name: `Order ${number}` })
  }

  result(number: string): Locator {
    return resultOf(this.frame, number).first()
  }

  async searchOrder(text: string): Promise<Locator> {
    await this.frame.getByRole('button', { name: 'Bring an order here' }).click()
    await orderSearchBox(this.frame).fill(text)
    return this.frame.getByRole('region', { name: 'Bring an order here' })
  }
}

/**
 * Waits until the portal has given the frame the height of its page, and neither has changed since. Playwright sees whether a
 * button moves inside its frame, not whether the frame itself moves under the pointer.
 */
async function waitUntilStable(frame: FrameLocator): Promise<void> {
  const html = frame.locator('html')
  let before = 0
  await expect
    .poll(
      async () => {
        const [page, window] = await html.evaluate(readHeights)
        const isStable = page === window && page === before
        before = page
        return isStable
      },
      { intervals: [100] },
    )
    .toBe(true)
}

/** The heights of the app's page and of its frame, in pixels. */
function readHeights(html: HTMLElement): [page: number, window: number] {
  const { height } = html.querySelector('#app > *')?.getBoundingClientRect() ?? { height: 0 }
  return [Math.ceil(height), window.innerHeight]
}

/** Clicks something that has just appeared in the app, once the page has come to rest around it. */
export async function press(frame: FrameLocator, locator: Locator): Promise<void> {
  await locator.waitFor()
  await waitUntilStable(frame)
  await locator.click()
}

type Answer = 'Move' | 'Move all the same' | 'Detach' | 'Cancel'

/** Answers the question that stands beside an order. */
export async function answerQuestion(frame: FrameLocator, answer: Answer): Promise<void> {
  await press(frame, frame.getByRole('button', { name: answer, exact: true }))
}

/** Orders may stand in a grid around it. */
const ownerGrid = (frame: FrameLocator): Locator =>
  frame.getByRole('grid', { name: /: (search results|результаты поиска)$/ })

/** The owners to choose from. */
export function ownersOf(frame: FrameLocator): Locator {
  return ownerGrid(frame).locator('tr[data-row]')
}

/** Types a part of a title into the search for owners and picks the owner; one click, as the field has the focus. */
export async function chooseOwner(frame: FrameLocator, title: string): Promise<void> {
  await frame.getByRole('combobox', { name: /title, ID or customer/ }).fill(title.slice(0, 8))
  await press(frame, ownerGrid(frame).getByRole('row', { name: title }))
}
