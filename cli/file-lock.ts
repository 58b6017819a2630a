import type { Release } from '@/binding/runs/run-lock'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'

/** Who has a lock: a process of a computer. */
interface LockHolder {
  pid: number
  host: string
}

type Locking = { kind: 'ours'; release: Release } | { kind: 'theirs'; holder: LockHolder }

const hasCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code
const toText = ({ pid, host }: LockHolder) => `${pid} ${host}\n`

function readHolder(path: string): LockHolder | undefined {
  try {
    const [pid = '', host = ''] = readFileSync(path, 'utf8').trim().split(' ')
    return { pid: Number(pid), host }
  } catch {
    return undefined
  }
}

/** A process of another computer may be alive: nobody here can know. */
function isAlive({ pid, host }: LockHolder): boolean {
  if (host !== hostname()) return true
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is there, and somebody else's.
    return hasCode(error, 'EPERM')
  }
}

/** Gives a file its name, unless there is one of this name: with all that is in it, or not at all. */
function put(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function make(path: string, holder: LockHolder): boolean {
  const draft = `${path}.${holder.pid}`
  writeFileSync(draft, toText(holder))
  return put(draft, path)
}

/** Takes away the lock of a process that is gone; another one's, which has come in between, is put back. */
function clear(path: string, pid: number): void {
  const aside = `${path}.${pid}.gone`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  const holder = readHolder(aside)
  if (holder && isAlive(holder)) put(aside, path)
  else rmSync(aside, { force: true })
}

/**
 * Takes a lock file that names this process, so that two of them never write by the same journal. That of a process which is gone is
 * taken away first.
 */
export function takeLock(path: string, pid = process.pid): Locking {
  const ours: LockHolder = { pid, host: hostname() }
  for (;;) {
    if (make(path, ours)) return { kind: 'ours', release: () => rmSync(path, { force: true }) }
    const holder = readHolder(path)
    if (holder && isAlive(holder)) return { kind: 'theirs', holder }
    clear(path, pid)
  }
}
