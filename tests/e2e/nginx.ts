import type { ChildProcess } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect } from '@playwright/test'
import { findNginx } from '@scripts/find-nginx'

/** A running nginx. */
export interface Nginx {
  /** `http://127.0.0.1:<port>` */
  url: string
  /** Everything that was logged, requests and errors. */
  readLogs(): string
  stop(): Promise<void>
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

/** The configuration of `deploy/` for these portals. */
export function fillIn(portals: string): string {
  return readFileSync('deploy/nginx.conf.template', 'utf8').replaceAll('${FRAME_ANCESTORS}', portals)
}

/** What is around it where nginx comes from a distribution, with every file in a folder of the test's. */
function mainConfiguration(folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `
    daemon off;
    pid ${folder}/nginx.pid;
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    events {}
    http {
      include /etc/nginx/mime.types;
      default_type application/octet-stream;
      ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
      include ${folder}/site.conf;
    }`
}

function end(nginx: ChildProcess): Promise<void> {
  if (nginx.exitCode !== null) return Promise.resolve()
  return new Promise((done) => {
    nginx.once('exit', () => done())
    nginx.kill('SIGTERM')
  })
}

/**
 * Starts nginx with a configuration whose port, folder and logs are those of `deploy/`: in their places come ones of the
 * test's. The caller has seen that there is an nginx.
 */
export async function startNginx(configuration: string, root: string): Promise<Nginx> {
  const programs = findNginx()
  if (!programs) throw new Error('There is no nginx.')
  const folder = mkdtempSync(join(tmpdir(), 'order-binder-nginx-'))
  const port = await findFreePort()
  const site = configuration
    .replace('listen 8080', `listen 127.0.0.1:${port}`)
    .replace('/usr/share/nginx/order-binder', resolve(root))
    .replaceAll('/var/log/nginx', folder)
  writeFileSync(join(folder, 'site.conf'), site)
  writeFileSync(join(folder, 'nginx.conf'), mainConfiguration(folder))
  const nginx = spawn(programs.nginx, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'inherit' })
  const url = `http://127.0.0.1:${port}`
  await expect(async () => expect(await fetch(url)).toBeDefined()).toPass()
  return {
    url,
    readLogs: () => ['access.log', 'error.log'].map((name) => readFileSync(join(folder, name), 'utf8')).join(''),
    async stop() {
      await end(nginx)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Starts nginx for the built app, which these portals may show. */
export const startAppServer = (portals: string) => startNginx(fillIn(portals), 'dist')
