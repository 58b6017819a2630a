import { describe, expect, it } from 'vitest'
import { createAsk } from '@/portal/ask'
import { createStages } from '@/portal/stages'

const LIST = 'DEAL_STAGE'

/** Reads the stages of a portal that gives one stage these semantics. */
async function meaningOf(semantics: unknown): Promise<string | undefined> {
  const row = { STATUS_ID: 'NEW', NAME: 'New', SEMANTICS: semantics }
  const stages = await createStages(createAsk(async () => ({ result: [row] })))(LIST)
  return stages.get('NEW')?.meaning
}

describe('stages', () => {
  it.each([
    ['S', 'success'],
    ['F', 'failure'],
    ['P', 'in-progress'],
    ['', 'in-progress'],
    [null, 'in-progress'],
    ['constructor', 'in-progress'],
    ['__proto__', 'in-progress'],
    ['toString', 'in-progress'],
  ])('takes the semantics %j for %s', async (semantics, meaning) => {
    expect(await meaningOf(semantics)).toBe(meaning)
  })

  it.each([
    ['#9DDE6B', '#9DDE6B'],
    ['red', undefined],
    ['#9DDE6B; background: url(x)', undefined],
    [null, undefined],
    [7, undefined],
  ])('takes the colour %j for %s', async (colour, shown) => {
    const row = { STATUS_ID: 'NEW', NAME: 'New', SEMANTICS: '', COLOR: colour }
    const stages = await createStages(createAsk(async () => ({ result: [row] })))(LIST)
    expect(stages.get('NEW')).toEqual({ name: 'New', meaning: 'in-progress', colour: shown })
  })

  it('reads more than a page, as the portal answers with all of them at once', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => ({ STATUS_ID: `C${index}`, NAME: 'x', SEMANTICS: '' }))
    expect((await createStages(createAsk(async () => ({ result: rows })))(LIST)).size).toBe(120)
  })
})
