import type { RequestListener } from 'node:http'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readCommandLine } from '@cli/command-line'
import { readWebhook } from '@cli/webhook'
import { openCommand, SECRET, WITH_WEBHOOK } from '@tests/support/command-world'

/** A host that answers so; `sent` are the addresses that it was asked for. */
async function startHost(answer: RequestListener) {
  const sent: string[] = []
  const server = createServer((request, response) => {
    sent.push(request.url ?? '')
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, sent, stop: () => server.close() }
}

const json =
  (status: number, body: unknown): RequestListener =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

const FAILING: Record<string, RequestListener> = {
  'cuts the connection': (request) => void request.socket.destroy(),
  'answers with a page': (_, response) =>
    void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad</h1>'),
  'refuses the webhook and names it': json(401, { error: SECRET, error_description: `/rest/1/${SECRET}/ is unknown` }),
  'names the webhook in an answer': json(200, { result: `/rest/1/${SECRET}/`, time: {} }),
  'sends elsewhere': (request, response) =>
    void response.writeHead(307, { location: `http://127.0.0.1:9${request.url ?? ''}` }).end(),
}

const LIST = ['plan.csv', ...WITH_WEBHOOK]
const consoles = (['log', 'info', 'warn', 'error', 'debug', 'trace'] as const).map((name) => vi.spyOn(console, name))
const streams = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')]
afterEach(() => [...consoles, ...streams].forEach((spy) => spy.mockClear()))

describe('the address of the webhook', () => {
  it.each(Object.keys(FAILING))('is nowhere where the host %s', async (name) => {
    const host = await startHost(FAILING[name] ?? json(500, {}))
    const command = openCommand(host.url)
    command.write('plan.csv', 'Order ID,Deal\n1,205\n')
    expect(await command.run(LIST)).toBe(1)
    expect(command.told()).not.toBe('')
    expect(host.sent).toHaveLength(1)
    const written = [...consoles, ...streams].flatMap((spy) => spy.mock.calls.flat().map(String))
    expect([command.everything(), ...written].join('\n')).not.toMatch(new RegExp(`${SECRET}|/rest/1`))
    command.remove()
    host.stop()
  })

  it('is nowhere where there is no host', async () => {
    const command = openCommand('http://127.0.0.1:9')
    command.write('plan.csv', 'Order ID,Deal\n1,205\n')
    expect(await command.run(LIST)).toBe(1)
    expect(command.everything()).not.toContain(SECRET)
    expect(command.told()).toContain('The connection to the portal was lost')
    command.remove()
  })

  it('is asked for where no variable is named', async () => {
    const command = openCommand('http://127.0.0.1:9')
    command.write('plan.csv', 'Order ID,Deal\n1,205\n')
    const asked: string[] = []
    const ask = async (question: string) => {
      asked.push(question)
      return command.world.env.WEBHOOK
    }
    expect(await command.run(['plan.csv'], { ask })).toBe(1)
    expect(asked).toEqual(['Address of the webhook (not shown): '])
    command.remove()
  })

  it.each([
    ['https://acme.bitrix24.com/rest/1/abc123/', 'https://acme.bitrix24.com'],
    [' https://acme.bitrix24.com/rest/27/abc123 ', 'https://acme.bitrix24.com'],
    ['https://portal.example:8443/rest/api/1/abc123/', 'https://portal.example:8443'],
    ['http://localhost:5173/rest/1/adminsecret/', 'http://localhost:5173'],
    ['http://acme.bitrix24.com/rest/1/abc123/', undefined],
    ['http://127.evil.example/rest/1/abc123/', undefined],
    ['https://acme.bitrix24.com/rest/abc123/', undefined],
    ['https://acme.bitrix24.com/', undefined],
    ['abc123', undefined],
  ])('%s is read', (text, origin) => {
    expect(readWebhook(text)?.origin).toBe(origin)
  })
})

describe('a wrong command', () => {
  const ADDRESS = `https://acme.bitrix24.com/rest/1/${SECRET}/`

  it.each([
    [[]],
    [['a.csv', 'b.csv']],
    [['a.csv', '--portal', 'X']],
    [['a.csv', '--portal-env']],
    [['a.csv', '--orders', 'name']],
    [['a.csv', '--encoding', 'koi8-r']],
    [['a.csv', '--portal-env', ADDRESS]],
    [['a.csv', `--portal-env=${ADDRESS}`]],
    [['a.csv', `--webhook=${ADDRESS}`]],
    [['a.csv', ADDRESS]],
    [[ADDRESS]],
    [['--undo', ADDRESS]],
  ])('%j is refused, and nothing of it repeated', async (args) => {
    const command = openCommand('http://127.0.0.1:9')
    expect(await command.run(args)).toBe(2)
    expect(command.told()).toContain('npm run bind')
    expect(command.told()).not.toContain(SECRET)
    command.remove()
  })

  it.each([
    ['the variable is empty', ['plan.csv', '--portal-env', 'NONE'], 'The environment variable NONE is empty.'],
    ['nobody is there to ask', ['plan.csv'], 'Name the environment variable'],
    ['there is no list', ['other.csv', ...WITH_WEBHOOK], 'cannot be read'],
    ['there is no journal', ['--undo', 'other.jsonl', ...WITH_WEBHOOK], 'cannot be read'],
    ['the journal is none', ['--undo', 'plan.csv', ...WITH_WEBHOOK], 'The journal cannot be read'],
  ])('is refused where %s', async (_, args, sentence) => {
    const command = openCommand('http://127.0.0.1:9')
    command.write('plan.csv', 'Order ID,Deal\n1,205\n')
    expect(await command.run(args)).toBe(sentence.startsWith('The journal') ? 1 : 2)
    expect(command.told()).toContain(sentence)
    command.remove()
  })

  it('is no wish for help', async () => {
    const command = openCommand('http://127.0.0.1:9')
    expect(await command.run(['--help'])).toBe(0)
    expect(command.printed()).toContain('"changed since" there')
    command.remove()
  })

  it('does not read the list beside --undo', () => {
    expect(readCommandLine(['plan.csv', '--undo', 'run.jsonl'])).toEqual({
      kind: 'undo',
      journal: 'run.jsonl',
      isDry: false,
    })
  })
})
