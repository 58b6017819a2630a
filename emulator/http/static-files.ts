import type { IncomingMessage, ServerResponse } from 'node:http'
import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'

const CONTENT_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

function toPath(address: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(address, 'http://localhost').pathname)
    return path.includes('\0') || path.includes('\\') ? undefined : path
  } catch {
    return undefined
  }
}

/** Finds the file that an address means; undefined for what is not there or lies outside the folder, links included. */
async function findFile(folder: string, address: string): Promise<string | undefined> {
  const path = toPath(address)
  if (path === undefined) return undefined
  const target = resolve(folder, `.${path.endsWith('/') ? join(path, 'index.html') : path}`)
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(target)])
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : undefined
  } catch {
    return undefined
  }
}

/**
 * Serves a built app from a folder. POST is answered like GET, because the portal opens a page so. Only the portal may
 * frame the pages, and no `X-Frame-Options` forbids it.
 */
export function serveFolder(folder: string, portalOrigin: () => string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    request.resume()
    const file = await findFile(folder, request.url ?? '/')
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found')
      return
    }
    response.writeHead(200, {
      'content-type': CONTENT_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
      'content-security-policy': `frame-ancestors ${portalOrigin()}`,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    })
    response.end(request.method === 'HEAD' ? undefined : await readFile(file))
  }
}
