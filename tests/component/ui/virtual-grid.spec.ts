import { describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import GridRow from '@/ui/grid/GridRow.vue'
import VirtualGrid from '@/ui/grid/VirtualGrid.vue'
import { findAllByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'

const COLUMNS = [{ key: 'name', label: 'Name', class: '', width: '' }]
const numbered = (count: number) => Array.from({ length: count }, (_, place) => place)

/** A list of numbers, each a row of its own. */
const List = defineComponent({
  props: { rows: { type: Array<number>, required: true } },
  emits: ['rest'],
  setup(props, { emit }) {
    return () =>
      h(
        VirtualGrid<number>,
        {
          label: 'Numbers',
          columns: COLUMNS,
          rows: props.rows,
          rowKey: (row: number) => row,
          onRest: (rows: number[]) => emit('rest', rows),
        },
        {
          default: ({ row, place }: { row: number; place: number }) =>
            h(GridRow, { columnCount: 1, place }, () => h('td', `Row ${row}`)),
        },
      )
  },
})

describe('a grid that renders what is in sight', () => {
  it('renders some of ten thousand rows, and tells how many there are', async () => {
    const page = mountWith(List, { props: { rows: numbered(10_000) } })
    await nextTick()
    const rows = findAllByRole(page, 'row')
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.length).toBeLessThan(40)
    expect(readText(rows[0]?.element)).toBe('Row 0')
    expect(page.get('table').attributes('aria-rowcount')).toBe('10001')
    expect(rows[0]?.attributes('aria-rowindex')).toBe('2')
  })

  it('keeps the height of what it does not render', async () => {
    const page = mountWith(List, { props: { rows: numbered(1000) } })
    await nextTick()
    const [below, ...others] = page.findAll<HTMLElement>('tbody[aria-hidden] tr')
    expect(others).toHaveLength(0)
    expect(Number.parseInt(below?.element.style.height ?? '', 10)).toBeGreaterThan(40_000)
  })

  it('renders all of a few rows, and no spacer', async () => {
    const page = mountWith(List, { props: { rows: numbered(3) } })
    await nextTick()
    expect(findAllByRole(page, 'row')).toHaveLength(3)
    expect(page.findAll('tbody[aria-hidden]')).toHaveLength(0)
  })

  it('tells which rows have come to rest in sight', async () => {
    const page = mountWith(List, { props: { rows: numbered(500) } })
    await nextTick()
    const told = page.emitted<[number[]]>('rest')?.at(-1)?.[0] ?? []
    expect(told[0]).toBe(0)
    expect(told.length).toBeLessThan(40)
  })

  it('shows other rows when a filter leaves fewer', async () => {
    const page = mountWith(List, { props: { rows: numbered(500) } })
    await nextTick()
    await page.setProps({ rows: [7, 9] })
    await nextTick()
    expect(findAllByRole(page, 'row').map(({ element }) => readText(element))).toEqual(['Row 7', 'Row 9'])
  })
})
