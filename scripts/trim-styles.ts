import type { Plugin } from 'vite'
import { dropUnusedClasses } from './drop-classes.ts'

/** A text in quotes, and a group in round brackets to the depth that occurs: neither ends a declaration. */
const QUOTED = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'`
const GROUP = [1, 2, 3, 4, 5, 6].reduce(
  (inner) => String.raw`\((?:${QUOTED}|[^()"']|${inner})*\)`,
  String.raw`\([^()]*\)`,
)
const DECLARATION = String.raw`--[\w-]+:(?:\\.|${QUOTED}|${GROUP}|[^;{}"'()\\])*(?:;|(?=\}))`
/** Everything in a stylesheet is one of these. */
const TOKEN = new RegExp(String.raw`\\.|${QUOTED}|[{};]|${DECLARATION}|[^\\"'{};-]+|-`, 'gs')

const KEYFRAMES = /@keyframes ([\w-]+)\{(?:[^{}]|\{[^{}]*\})*\}/g
const REGISTRATION = /@property (--[\w-]+)\{[^{}]*\}/g
const EMPTY_RULE = /[^{};]+\{\}/g

const namesIn = (text: string, pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, name]) => name))

function dropDeclarations(styles: string, isRead: (name: string) => boolean): string {
  let isStart = false
  return styles.replaceAll(TOKEN, (token) => {
    const isUnread = isStart && token.startsWith('--') && !isRead(token.slice(0, token.indexOf(':')))
    // After one that goes, the next declaration begins.
    isStart = isUnread || /[{};]$/.test(token)
    return isUnread ? '' : token
  })
}

function dropEmptyRules(styles: string): string {
  const shorter = styles.replaceAll(';}', '}').replaceAll(EMPTY_RULE, '')
  return shorter === styles ? styles : dropEmptyRules(shorter)
}

function dropKeyframes(styles: string, scripts: string): string {
  const words = namesIn(styles.replaceAll(/@keyframes [\w-]+/g, ''), /(?<![\w-])([a-z][\w-]*)/g)
  return styles.replaceAll(KEYFRAMES, (all, name: string) => (words.has(name) || scripts.includes(name) ? all : ''))
}

/**
 * Drops custom properties that neither the styles nor a script reads, those that only they read, and animations that
 * nothing names: the kit brings those of all its components along.
 */
export function withoutUnread(styles: string, scripts: string): string {
  const byScripts = namesIn(scripts, /(--[\w-]+)/g)
  const byStyles = namesIn(styles, /var\(\s*(--[\w-]+)/g)
  const isRead = (name: string) => byStyles.has(name) || byScripts.has(name)
  const named = dropUnusedClasses(styles, scripts)
  const registered = named.replaceAll(REGISTRATION, (all, name: string) => (isRead(name) ? all : ''))
  const shorter = dropEmptyRules(dropKeyframes(dropDeclarations(registered, isRead), scripts))
  return shorter === styles ? styles : withoutUnread(shorter, scripts)
}

/** Trims the built stylesheets by what the built scripts and pages name. */
export function trimStyles(): Plugin {
  return {
    name: 'order-binder:trim-styles',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const files = Object.values(bundle)
        const scripts = files.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n')
        const pages = files
          .map((file) => (file.type === 'asset' && /\.html$/.test(file.fileName) ? file.source : ''))
          .join('\n')
        for (const file of files) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue
          file.source = withoutUnread(String(file.source), scripts + pages)
        }
      },
    },
  }
}
