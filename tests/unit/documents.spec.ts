import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'docs/house-style.md',
  'docs/install.md',
  'docs/first-live-portal.md',
  'emulator/README.md',
  'emulator/FACTS.md',
]
/** What stands between backticks and looks like a file or a folder of this repository. */
const PATH = /`((?:src|contract|emulator|scripts|bench|tests|docs|deploy|public)\/[\w./-]*|\.[\w-]+\.(?:ts|json))`/g
const LINK = /\]\((?!https?:)([^)#]+)/g

function missing(page: string, found: RegExp, folder: string): string[] {
  const paths = [...readFileSync(page, 'utf8').matchAll(found)].map(([, path]) => path ?? '')
  return paths.filter((path) => !existsSync(join(folder, path)))
}

describe('the documents', () => {
  it.each(PAGES)('name files that exist: %s', (page) => {
    expect(missing(page, PATH, '.')).toEqual([])
  })

  it('name files of the local portal in its FACTS', () => {
    expect(missing('emulator/FACTS.md', /`([\w./-]+\.ts)`/g, 'emulator')).toEqual([])
  })

  it.each(PAGES)('link to files that exist: %s', (page) => {
    expect(missing(page, LINK, dirname(page))).toEqual([])
  })

  it.each(PAGES)('link to headings that they have: %s', (page) => {
    const text = readFileSync(page, 'utf8')
    const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => title.toLowerCase())
    const anchors = headings.map((title) => title.replace(/[^\p{L}\d _-]/gu, '').replaceAll(' ', '-'))
    const linked = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor)
    expect(linked.filter((anchor) => !anchors.includes(anchor))).toEqual([])
  })

  it.each(PAGES)('name commands that exist: %s', (page) => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    const named = [...readFileSync(page, 'utf8').matchAll(/\bnpm run (?:--?[\w-]+ )*([\w:-]+)/g)].map(
      ([, name = '']) => name,
    )
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })

  it.each(['npm run build', 'docker build'])('installs by a command that the public workflow runs: %s', (command) => {
    const guide = readFileSync('docs/install.md', 'utf8').split('\n')
    const line = guide.find((text) => text.startsWith(command)) ?? 'no such line'
    expect(readFileSync('.github/workflows/ci.yml', 'utf8')).toContain(line)
  })

  it('tell in docs/architecture.md where things are', () => {
    const rows = readFileSync('docs/architecture.md', 'utf8').split('\n')
    const table = rows.slice(rows.indexOf('| Where is… | Path |') + 2)
    const paths = table.slice(0, table.indexOf('')).map((row) => /\| `([^`]+)` \|$/.exec(row)?.[1] ?? row)
    expect(paths.length).toBeGreaterThan(0)
    expect(paths.filter((path) => !existsSync(path))).toEqual([])
  })
})
