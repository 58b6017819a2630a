import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCommandLine, readPortalArguments } from '@emulator/cli/command-line'

const APP = 'http://127.0.0.1:3000/app'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'app-'))
  await writeFile(join(folder, 'index.html'), '')
})
afterAll(() => rm(folder, { recursive: true }))

describe('readCommandLine', () => {
  it('takes an app by its address and nothing else', () => {
    expect(readCommandLine(['--app', APP])).toEqual({
      app: { kind: 'address', handler: APP },
      port: 5173,
      opening: 'post',
      registration: { placements: [] },
    })
  })

  it('parses the options of the portal itself as well, in both spellings', () => {
    const args = ['--app', APP, '--https', '--scenario', 'large', '--profile=none', '--clock', '2026-11-02']
    expect(readCommandLine(args)).toMatchObject({ port: 5173, registration: { placements: [] } })
    expect(readPortalArguments(args).values).toMatchObject({
      https: true,
      scenario: 'large',
      profile: 'none',
      clock: '2026-11-02',
    })
  })

  it('takes the default port where PORT is empty', () => {
    expect(readCommandLine(['--app', APP], '').port).toBe(5173)
  })

  it('misses an installer that is not in the folder', () => {
    expect(() => readCommandLine(['--app', folder, '--install', 'absent.html'])).toThrow('There is no absent.html in')
  })

  it.each([
    [['--app', APP, '--scenario'], "Option '--scenario <value>' argument missing."],
    [['--app', APP, '--title', ''], '--title is empty'],
    [['--app', APP, '--clock'], "Option '--clock <value>' argument missing."],
    [['--app', APP, '--wrong'], "Unknown option '--wrong'."],
  ])('refuses %j in one sentence', (args, sentence) => {
    expect(() => readCommandLine(args)).toThrow(sentence)
  })

  it('takes everything that an administrator registers', () => {
    const { registration, opening } = readCommandLine([
      '--app',
      APP,
      '--install',
      '/install',
      '--scope',
      'crm, sale',
      '--title',
      'Mine',
      '--static',
      '--placement',
      'CRM_DEAL_DETAIL_TAB',
    ])
    expect({ registration, opening }).toEqual({
      opening: 'get',
      registration: {
        installer: '/install',
        scopes: ['crm', 'sale'],
        title: 'Mine',
        placements: ['CRM_DEAL_DETAIL_TAB'],
      },
    })
  })

  it('takes several placements in any way that people write them, each once', () => {
    const { registration } = readCommandLine(['--app', APP, '--placement', 'A_TAB', 'B_TAB', '--placement=C_TAB,A_TAB'])
    expect(registration.placements?.toSorted()).toEqual(['A_TAB', 'B_TAB', 'C_TAB'])
  })

  it('takes a folder, and its install.html as the installer', async () => {
    expect(readCommandLine([folder]).registration).not.toHaveProperty('installer')
    await writeFile(join(folder, 'install.html'), '')
    expect(readCommandLine([folder])).toMatchObject({
      app: { kind: 'directory', path: folder },
      registration: { installer: 'install.html' },
    })
  })

  it('prefers the port of the command line to that of the environment', () => {
    expect(readCommandLine(['--app', APP, '--port', '7000'], '6000').port).toBe(7000)
    expect(readCommandLine(['--app', APP], '6000').port).toBe(6000)
  })

  it.each([
    ['no app', [], 'Say which app to show: --app with the address of its page, or a folder with an index.html.'],
    [
      'a scheme that no browser frames',
      ['--app', 'ftp://a/b'],
      '--app is "ftp://a/b"; it must begin with http:// or https://.',
    ],
    ['a folder without a page', ['--app', '/nowhere'], 'There is no index.html in /nowhere.'],
    [
      'a placement in small letters',
      ['--app', APP, '--placement', 'crm_deal'],
      '"crm_deal" is no placement: a code is in capitals, like CRM_DEAL_DETAIL_TAB.',
    ],
    [
      'scopes with a space',
      ['--app', APP, '--scope', 'crm sale'],
      '--scope is "crm sale"; it must be names with commas between, like crm,sale,placement.',
    ],
    [
      'a port out of range',
      ['--app', APP, '--port', '70000'],
      'The port is "70000"; it must be a number from 0 to 65535.',
    ],
    ['a word too many', ['--app', APP, 'more'], '"more" is one word too many.'],
    ['an unknown name', ['--app', APP, '--appp', 'x'], "Unknown option '--appp'."],
    ['a name without its value', ['--app'], "Option '--app <value>' argument missing."],
  ])('says in one sentence what is wrong with %s', (_what, args, sentence) => {
    expect(() => readCommandLine(args)).toThrow(sentence)
  })
})
