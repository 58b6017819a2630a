import type { Page } from '@playwright/test'
import AxeBuilder from '@axe-core/playwright'

/** What axe finds on a page and in its frames: the rule, and where it is broken. */
export async function findViolations(page: Page): Promise<string[][]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.target.join(' '))])
}
