import { posix } from 'node:path'
import { zipSync } from 'fflate'

/** Files of the archive by their path in it, with `/` between folders. */
export type PackedFiles = Record<string, Uint8Array>

/** What is looked through: a file and its text. */
interface PackedText {
  path: string
  text: string
}

interface Pack {
  paths: Set<string>
  texts: PackedText[]
  pages: PackedText[]
  /** Folders of this machine that no file may name. */
  machine: string[]
}

/** Finds what is wrong, one sentence each. */
type Check = (pack: Pack) => string[]

/** The portal opens these by name, at the root of the archive. */
const PAGES = ['index.html', 'install.html']

/** Addresses that nobody fetches. Whatever else is found must go, or be explained here. */
const NEVER_FETCHED = new Set([
  // Names of XML vocabularies, which only look like addresses.
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/1998/Math/MathML',
  // The beginning of a text by which Vue explains an error; its end is a number.
  'https://vuejs.org/error-reference/#runtime-',
  // In the licence comment of the styles.
  'https://tailwindcss.com',
  // The base of relative addresses in the HTTP client where there is no browser.
  'http://localhost',
  // The local portal, in the pages' own policy.
  'http://localhost:*',
])

/** Fixed, so that the same sources give the same archive. ZIP keeps local time: no time zone is told here. */
const DATE = new Date('2026-01-01T00:00:00')

const POLICY = /<meta http-equiv="Content-Security-Policy" content="default-src /
const TEXT = /\.(?:html|css|js|mjs|svg|json|txt|map)$/

/** What a file names between quotes or brackets, by these expressions of one group. */
function namesIn({ path, text }: PackedText): string[] {
  const find = (expression: RegExp) => [...text.matchAll(expression)].map(([, name = '']) => name)
  if (path.endsWith('.html')) return find(/\s(?:src|href)=["']?([^"'\s>]+)/g)
  if (path.endsWith('.css')) return find(/url\(["']?([^"')]+)/g)
  if (!/\.m?js$/.test(path)) return []
  return [
    ...find(/["'`](\.{1,2}\/[\w./-]+\.(?:js|css))["'`]/g),
    ...find(/new URL\(["'`]([\w./-]+)["'`],\s*import\.meta/g),
  ]
}

const checkPages: Check = ({ paths }) =>
  PAGES.filter((page) => !paths.has(page)).map(
    (page) => `${page} is missing: the portal looks for it at the root of the archive.`,
  )

const checkPolicy: Check = ({ pages }) =>
  pages
    .filter(({ text }) => !POLICY.test(text))
    .map(
      ({ path }) =>
        `${path} has no Content-Security-Policy: nothing would keep it from loading what is not in the archive.`,
    )

const checkRelative: Check = ({ texts }) =>
  texts.flatMap(({ path, text }) =>
    [...text.matchAll(/["'`(=](\/(?!\/)[\w./-]*\.(?:js|mjs|css|svg|html|png|json|woff2?))["'`)?#\s>]/g)].map(
      ([, name]) => `${path} names ${name}, from the root of a host: a portal serves the archive from a folder.`,
    ),
  )

const checkComplete: Check = ({ paths, texts }) =>
  texts.flatMap((file) =>
    namesIn(file)
      .filter((name) => !/^(?:[a-z]+:|\/|#)/i.test(name))
      .filter((name) => !paths.has(posix.join(posix.dirname(file.path), name.replace(/[?#].*/, ''))))
      .map((name) => `${file.path} names ${name}, which is not in the archive.`),
  )

const checkHosts: Check = ({ texts }) =>
  texts.flatMap(({ path, text }) =>
    [
      ...text.matchAll(/(?:https?|wss?|ftp):\/\/[\w[][^\s"'`<>()\\;,$]*/gi),
      ...text.matchAll(/(?<=["'`(=])\/\/[\w-]+\.[\w.-]+/g),
    ]
      .map(([address]) => address)
      .filter((address) => !NEVER_FETCHED.has(address))
      .map((address) => `${path} names ${address}: everything must come from the archive.`),
  )

/** An address that is known stays forbidden where a browser would fetch it. */
const checkFetched: Check = ({ texts }) =>
  texts.flatMap(({ path, text }) =>
    [
      ...text.matchAll(
        /(?:[\s:](?:src|href|action)=["']?|url\(["']?|(?:import|fetch|Worker|URL)\(["'`]|(?:from|import)\s*["'`]|@import\s*["'])((?:https?:)?\/\/[\w[][^\s"'`)>]*)/gi,
      ),
    ].map(([, address]) => `${path} loads ${address}: everything must come from the archive.`),
  )

const checkRouting: Check = ({ texts }) =>
  texts.flatMap(({ path, text }) =>
    [...text.matchAll(/\b(?:pushState|replaceState|createWebHistory)\b/g)].map(
      ([name]) => `${path} uses ${name}: no server of the archive knows addresses of other pages.`,
    ),
  )

const checkSourceMaps: Check = ({ paths, texts }) => [
  ...[...paths].filter((path) => path.endsWith('.map')).map((path) => `${path} is a source map.`),
  ...texts.filter(({ text }) => /[#@]\s*sourceMappingURL=/.test(text)).map(({ path }) => `${path} names a source map.`),
]

const checkMachine: Check = ({ texts, machine }) =>
  texts.flatMap(({ path, text }) =>
    machine
      .filter((folder) => text.includes(`${folder}/`))
      .map((folder) => `${path} names ${folder}, a folder of this machine: another one would give another archive.`),
  )

const CHECKS: Check[] = [
  checkPages,
  checkPolicy,
  checkRelative,
  checkComplete,
  checkHosts,
  checkFetched,
  checkRouting,
  checkSourceMaps,
  checkMachine,
]

/**
 * What keeps these files from being a static application, one sentence each, none twice. Addresses that a script puts
 * together while it runs are beyond a text's knowledge: the pages' policy and the browser tests see to them.
 */
export function findPackFaults(files: PackedFiles, machine: string[] = []): string[] {
  const paths = Object.keys(files)
  const decoder = new TextDecoder()
  const texts = paths.filter((path) => TEXT.test(path)).map((path) => ({ path, text: decoder.decode(files[path]) }))
  const pages = texts.filter(({ path }) => path.endsWith('.html'))
  const faults = CHECKS.flatMap((check) => check({ paths: new Set(paths), texts, pages, machine }))
  return [...new Set(faults)]
}

/** The archive. The same files give the same bytes, in whatever order and at whatever time they come. */
export function toZip(files: PackedFiles): Uint8Array {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: DATE })
}
