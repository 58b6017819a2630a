import type { ChildProcess } from 'node:child_process'
import type { World } from '@cli/world'
import type { RunningPortal } from 'b24-local-portal'
import { spawn } from 'node:child_process'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { METHODS } from '@emulator/rest/method-table'
import { openCommand, SECRET, WITH_WEBHOOK } from '@tests/support/command-world'
import { makeOrderList, ownersIn } from '@tests/support/order-list'
import { startPortal } from 'b24-local-portal'

const SETTINGS = { rateLimit: false, operatingLimit: false }
const LIST = ['plan.csv', ...WITH_WEBHOOK, '--empty-detaches']
const READING = 'crm.orderentity.list'

let portal: RunningPortal
let command: ReturnType<typeof openCommand>
/** Called when a binding is read, by itself or in a batch. */
let onReading: () => void = () => undefined

/** The portal's own method, which tells when it is called. */
function watched(name: string) {
  const method = METHODS.get(name)
  if (!method) throw new Error(`The portal has no ${name}.`)
  return { ...method, run: (call: Parameters<typeof method.run>[0]) => (onReading(), method.run(call)) }
}

beforeAll(async () => {
  portal = await startPortal({ settings: SETTINGS, methods: { [READING]: watched(READING) } })
})
afterAll(() => portal.stop())
beforeEach(() => {
  portal.reset(SETTINGS)
  portal.beforeCommand()
  onReading = () => undefined
  command = openCommand(portal.url)
})
afterEach(() => {
  expect(command.everything()).not.toContain(SECRET)
  command.remove()
})

function writeList(count: number) {
  const ids = portal.state().bindings.map(({ orderId }) => orderId)
  const { csv, wishes } = makeOrderList(portal, ids.slice(0, count), 205)
  command.write('plan.csv', csv)
  return wishes
}

const ownersOf = (ids: Iterable<number>) => [...ids].map((id) => ownersIn(portal).get(id) ?? '')
const changedOrders = () => portal.history().map(({ orderId }) => orderId)

/** Every order is as wished, and none was written twice. */
function expectAllDone(wishes: ReadonlyMap<number, string>): void {
  expect(ownersOf(wishes.keys())).toEqual([...wishes.values()])
  expect(changedOrders()).toHaveLength(new Set(changedOrders()).size)
}

/** Looks at the requests of the run, `nth` from 1, and may keep their answers back. */
function atRequest(look: (nth: number) => Promise<void> | void): Partial<World> {
  let count = 0
  return {
    connect(webhook) {
      const transport = command.world.connect(webhook)
      return {
        ...transport,
        async batch(commands, options) {
          const rows = await transport.batch(commands, options)
          if (Object.keys(commands).some((key) => key.startsWith('write'))) await look((count += 1))
          return rows
        },
      }
    },
  }
}

describe('Ctrl-C', () => {
  it('settles what is on its way, and the same command goes on at once', async () => {
    const wishes = writeList(24)
    expect(
      await command.run(
        LIST,
        atRequest((nth) => void (nth === 2 && command.interrupt())),
      ),
    ).toBe(1)
    expect(command.told()).toContain('Stopped. The same command goes on.')
    const written = changedOrders().length
    expect(written).toBeGreaterThan(5)
    expect(written).toBeLessThan(wishes.size)
    expect(command.read('plan.csv.report.csv').match(/"not begun"/g)).toHaveLength(wishes.size - written - 1)
    const before = command.waited()
    expect(await command.run(LIST)).toBe(0)
    expectAllDone(wishes)
    expect(command.waited() - before).toBeLessThan(60_000)
  })

  it('ends at once when it is pressed again, and says of which orders nothing is known', async () => {
    const wishes = writeList(8)
    const never = new Promise<void>(() => undefined)
    const code = command.run(
      LIST,
      atRequest(() => {
        command.interrupt()
        setTimeout(command.interrupt)
        return never
      }),
    )
    expect(await code).toBe(1)
    expect(command.told()).toMatch(/Not known of these orders: \d+(, \d+){4}\./)
    expect(command.files()).not.toContain('plan.csv.run.jsonl.lock')
    expect(await command.run(LIST)).toBe(0)
    expectAllDone(wishes)
  })

  it('ends before anything is written while the plan is being read', async () => {
    writeList(8)
    onReading = command.interrupt
    expect(await command.run(LIST)).toBe(1)
    expect(command.told()).toContain('Interrupted: nothing was written.')
    expect(command.files()).toEqual(['plan.csv'])
  })
})

describe('a webhook that is withdrawn', () => {
  it.each(['INVALID_CREDENTIALS', 'NO_AUTH_FOUND', 'expired_token', 'ACCESS_DENIED'])(
    'ends the run with %s, and another one goes on with it',
    async (code) => {
      const wishes = writeList(12)
      const refuseAll = () => {
        portal.faults([{ method: '*', when: 'every', effect: { kind: 'error', code, status: 401 } }])
      }
      expect(await command.run(LIST, atRequest(refuseAll))).toBe(1)
      expect(command.told()).toContain('The same command goes on.')
      portal.faults([])
      expect(await command.run(LIST)).toBe(0)
      expectAllDone(wishes)
    },
  )
})

/** Starts the command in a process of its own, and waits for its end. */
async function runChild(began: (child: ChildProcess) => void): Promise<void> {
  const args = ['--import', 'tsx', 'tests/fixtures/bind-child.ts', command.path('plan.csv'), ...LIST.slice(1)]
  const child = spawn(process.execPath, args, { env: { ...process.env, ...command.world.env }, stdio: 'ignore' })
  began(child)
  await new Promise((resolve) => child.once('exit', resolve))
  expect(child.signalCode).toBe('SIGKILL')
}

describe('a process that is killed', () => {
  it('between a step and its writes has written nothing, and is gone on with', async () => {
    const wishes = writeList(8)
    await runChild((child) => {
      onReading = () => {
        if (command.files().includes('plan.csv.run.jsonl')) child.kill('SIGKILL')
      }
    })
    onReading = () => undefined
    expect(changedOrders()).toEqual([])
    expect(command.files()).toContain('plan.csv.run.jsonl.lock')
    expect(await command.run(LIST)).toBe(0)
    expectAllDone(wishes)
    expect(command.waited()).toBeGreaterThan(60_000)
  })

  it('between its writes and their answer is gone on with, and nothing is written twice', async () => {
    const wishes = writeList(8)
    await runChild((child) => {
      portal.beforeCommand((method) => {
        if (method !== READING && command.files().includes('plan.csv.run.jsonl')) child.kill('SIGKILL')
      })
    })
    portal.beforeCommand()
    expect(changedOrders().length).toBeGreaterThan(0)
    expect(await command.run(LIST)).toBe(0)
    expectAllDone(wishes)
    expect(command.told()).toContain('what was on its way when the run was cut off may still arrive')
  })
})

describe('beside a run that has not come to an end', () => {
  /** Two chunks of a run. */
  async function beginRun() {
    const wishes = writeList(12)
    await command.run(
      LIST,
      atRequest((nth) => void (nth === 1 && command.interrupt())),
    )
    return wishes
  }

  it('a list that was changed is refused, and nothing is written', async () => {
    await beginRun()
    const changed = changedOrders()
    command.write('plan.csv', `${command.read('plan.csv')}\n1;2:201`)
    expect(await command.run(LIST)).toBe(1)
    expect(command.told()).toContain('plan.csv has changed since its run began, and that has not come to an end.')
    expect(changedOrders()).toEqual(changed)
  })

  it('another portal is refused', async () => {
    await beginRun()
    const env = { WEBHOOK: command.world.env.WEBHOOK?.replace('localhost', '127.0.0.1') }
    expect(await command.run(LIST, { env })).toBe(1)
    expect(command.told()).toContain('is of another portal')
  })

  it('a half line at the end of the journal does not count', async () => {
    const wishes = await beginRun()
    command.write('plan.csv.run.jsonl', `${command.read('plan.csv.run.jsonl')}{"at":"2026-1`)
    expect(await command.run(LIST)).toBe(0)
    expectAllDone(wishes)
    expect(command.read('plan.csv.run.jsonl')).not.toContain('"2026-1{')
  })

  it('a journal that is damaged in the middle is not gone on with', async () => {
    await beginRun()
    const changed = changedOrders()
    command.write('plan.csv.run.jsonl', command.read('plan.csv.run.jsonl').replace('"kind":"step"', '"kind:"step"'))
    expect(await command.run(LIST)).toBe(1)
    expect(command.told()).toMatch(/The journal cannot be read: line \d+ is damaged\./)
    expect(changedOrders()).toEqual(changed)
  })

  it('a second process is refused, by the name of the first one', async () => {
    await beginRun()
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const { hostname } = await import('node:os')
    command.write('plan.csv.run.jsonl.lock', `${other.pid} ${hostname()}\n`)
    expect(await command.run(LIST)).toBe(1)
    expect(command.told()).toContain(`Process ${other.pid} on ${hostname()} is at work`)
    other.kill('SIGKILL')
    await new Promise((resolve) => other.once('exit', resolve))
    expect(await command.run(LIST)).toBe(0)
  })
})
