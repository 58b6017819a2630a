import type { Page, Request } from '@playwright/test'

/** Something that happens once; whoever waits for it goes on then. */
export function happening(): { happen: () => void; happened: Promise<void> } {
  let happen = () => {}
  const happened = new Promise<void>((resolve) => (happen = resolve))
  return { happen, happened }
}

interface HeldBack {
  /** Fulfilled when the first request is being held. */
  isHolding: Promise<void>
  /** Lets go what is held, and holds nothing any more. */
  letPass(): void
}

/** Keeps requests back, in the browser, until the test lets them pass: what has to come later is late on a machine of any speed. */
export async function holdBack(
  page: Page,
  url: string,
  isMeant: (request: Request) => boolean = () => true,
): Promise<HeldBack> {
  const holding = happening()
  const released = happening()
  await page.route(url, async (route) => {
    if (!isMeant(route.request())) return route.fallback()
    holding.happen()
    await released.happened
    // The page that asked may have gone.
    await route.fallback().catch(() => undefined)
  })
  return { isHolding: holding.happened, letPass: released.happen }
}
