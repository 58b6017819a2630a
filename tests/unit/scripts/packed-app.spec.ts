import type { PackedFiles } from '@scripts/packed-app'
import { strToU8, unzipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { findPackFaults, toZip } from '@scripts/packed-app'

const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`
const PAGE = `${POLICY}<link rel="icon" href="./icon.svg"><script type="module" src="./assets/app-1a.js"></script>`

/** A folder with nothing wrong in it: what a build gives, in small. */
const GOOD: Record<string, string> = {
  'index.html': PAGE,
  'install.html': PAGE,
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'assets/app-1a.js':
    'import{a}from"./shared-2b.js";const m=["./page-3c.js","./page-4d.css"];import(`./page-3c.js`);' +
    'new Worker(new URL(`alarm-5e.js`,import.meta.url));fetch(`https://${portal}/rest`);const o=`/crm/deal/details/${id}/`',
  'assets/shared-2b.js': 'throw Error(`https://vuejs.org/error-reference/#runtime-${e}`)',
  'assets/page-3c.js': 'const text="an address that begins with https://. If you did, ask."',
  'assets/page-4d.css':
    '/*! https://tailwindcss.com */.a{background:url(data:image/png;base64,AA==)}.b{mask:url(./dot-6f.svg)}',
  'assets/alarm-5e.js': 'postMessage(1)',
  'assets/dot-6f.svg': '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
}

/** The good folder with some files changed; undefined takes one away. */
function filesWith(changes: Record<string, string | undefined>): PackedFiles {
  const files = Object.entries({ ...GOOD, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return Object.fromEntries(files.map(([path, text]) => [path, strToU8(text)]))
}

const HOST_ROOT = ', from the root of a host: a portal serves the archive from a folder.'
const OUTSIDE = ': everything must come from the archive.'
const ABSENT = ', which is not in the archive.'

describe('findPackFaults', () => {
  it('finds nothing in a folder where nothing is wrong', () => {
    expect(findPackFaults(filesWith({}), ['/home/somebody'])).toEqual([])
  })

  it.each([['index.html', { 'index.html': undefined, 'app/index.html': POLICY }]])(
    'wants %s at the root',
    (page, changes) => {
      expect(findPackFaults(filesWith(changes))).toEqual([
        `${page} is missing: the portal looks for it at the root of the archive.`,
      ])
    },
  )

  it('wants a policy in every page', () => {
    expect(findPackFaults(filesWith({ 'help.html': '<p>Help</p>' }))).toEqual([
      'help.html has no Content-Security-Policy: nothing would keep it from loading what is not in the archive.',
    ])
  })

  it.each([
    {
      what: 'a script of a page',
      path: 'index.html',
      text: `${PAGE}<script src="/check.js"></script>`,
      name: '/check.js',
    },
    {
      what: 'a style of a page',
      path: 'index.html',
      text: `${PAGE}<link href="/assets/page-4d.css">`,
      name: '/assets/page-4d.css',
    },
    {
      what: 'a list of what to load early',
      path: 'assets/app-1a.js',
      text: 'const m=["/assets/page-3c.js"]',
      name: '/assets/page-3c.js',
    },
    { what: 'an import', path: 'assets/app-1a.js', text: 'import(`/assets/page-3c.js`)', name: '/assets/page-3c.js' },
    {
      what: 'a picture of a style',
      path: 'assets/page-4d.css',
      text: '.a{mask:url(/assets/dot-6f.svg)}',
      name: '/assets/dot-6f.svg',
    },
  ])('refuses an address from the root of a host: $what', ({ path, text, name }) => {
    expect(findPackFaults(filesWith({ [path]: text }))).toEqual([`${path} names ${name}${HOST_ROOT}`])
  })

  it.each([
    {
      what: 'a script of a page',
      path: 'index.html',
      text: `${PAGE}<script src="./gone.js"></script>`,
      name: './gone.js',
    },
    {
      what: 'a list of what to load early',
      path: 'assets/app-1a.js',
      text: 'const m=["./page-9z.js"]',
      name: './page-9z.js',
    },
    {
      what: 'an address that is relative to the page',
      path: 'assets/app-1a.js',
      text: 'const m=["./assets/page-3c.js"]',
      name: './assets/page-3c.js',
    },
    { what: 'a worker', path: 'assets/app-1a.js', text: 'new URL("gone.js",import.meta.url)', name: 'gone.js' },
    {
      what: 'a picture of a style',
      path: 'assets/page-4d.css',
      text: '.a{mask:url("./gone.svg#a")}',
      name: './gone.svg#a',
    },
  ])('refuses what is not there: $what', ({ path, text, name }) => {
    expect(findPackFaults(filesWith({ [path]: text }))).toEqual([`${path} names ${name}${ABSENT}`])
  })

  it.each([
    {
      what: 'a host',
      path: 'assets/app-1a.js',
      text: 'const a="https://cdn.example.com/x"',
      name: 'https://cdn.example.com/x',
    },
    {
      what: 'a socket',
      path: 'assets/app-1a.js',
      text: 'const a="wss://push.example.com"',
      name: 'wss://push.example.com',
    },
    {
      what: 'a host by the scheme of the page',
      path: 'assets/app-1a.js',
      text: 'const a="//cdn.example.com/x"',
      name: '//cdn.example.com',
    },
    {
      what: 'a host in a picture',
      path: 'icon.svg',
      text: '<svg><a title="http://example.com"/></svg>',
      name: 'http://example.com',
    },
    {
      what: 'a host that begins like a known one',
      path: 'assets/app-1a.js',
      text: 'a="http://localhost.example.com"',
      name: 'http://localhost.example.com',
    },
    {
      what: 'a known address, in another place of it',
      path: 'assets/app-1a.js',
      text: 'a="https://tailwindcss.com/x"',
      name: 'https://tailwindcss.com/x',
    },
  ])('refuses $what', ({ path, text, name }) => {
    expect(findPackFaults(filesWith({ [path]: text }))).toEqual([`${path} names ${name}${OUTSIDE}`])
  })

  it.each([
    ['a page', 'index.html', `${PAGE}<img src="https://tailwindcss.com">`],
    ['a picture', 'icon.svg', '<svg><use xlink:href="https://tailwindcss.com"/></svg>'],
    ['a style', 'assets/page-4d.css', '.a{mask:url(https://tailwindcss.com)}'],
    ['an import of styles', 'assets/page-4d.css', '@import "https://tailwindcss.com";'],
    ['an import', 'assets/app-1a.js', 'import("https://tailwindcss.com")'],
    ['a request', 'assets/app-1a.js', 'fetch(`https://tailwindcss.com`)'],
  ])('refuses a known address where it would be fetched: %s', (_, path, text) => {
    expect(findPackFaults(filesWith({ [path]: text }))).toEqual([`${path} loads https://tailwindcss.com${OUTSIDE}`])
  })

  it('refuses routes in the address', () => {
    expect(
      findPackFaults(filesWith({ 'assets/app-1a.js': 'history.pushState({},"","/a");history.pushState({})' })),
    ).toEqual(['assets/app-1a.js uses pushState: no server of the archive knows addresses of other pages.'])
  })

  it('refuses source maps', () => {
    const changes = { 'assets/app-1a.js': 'a()\n//# sourceMappingURL=app-1a.js.map', 'assets/app-1a.js.map': '{}' }
    expect(findPackFaults(filesWith(changes))).toEqual([
      'assets/app-1a.js.map is a source map.',
      'assets/app-1a.js names a source map.',
    ])
  })

  it('refuses folders of the machine', () => {
    const files = filesWith({ 'assets/app-1a.js': 'const file="/home/somebody/src/main.ts"' })
    expect(findPackFaults(files, ['/home/somebody', '/home/some'])).toEqual([
      'assets/app-1a.js names /home/somebody, a folder of this machine: another one would give another archive.',
    ])
  })
})

describe('toZip', () => {
  it('keeps every file', () => {
    expect(Object.keys(unzipSync(toZip(filesWith({})))).toSorted()).toEqual(Object.keys(GOOD).toSorted())
  })

  it('gives the same bytes in whatever order the files come', () => {
    const files = filesWith({})
    const reversed = Object.fromEntries(Object.entries(files).toReversed())
    expect(toZip(reversed)).toEqual(toZip(files))
  })

  it('gives the same bytes at another time', () => {
    const now = toZip(filesWith({}))
    vi.useFakeTimers({ now: new Date('2031-07-01T12:00:00Z') })
    const later = toZip(filesWith({}))
    vi.useRealTimers()
    expect(later).toEqual(now)
  })
})
