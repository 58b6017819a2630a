import type { Plugin } from 'vite'

/**
 * What the built app may load and whom it may call.
 * Inline styles are allowed because the UI kit inserts `<style>` elements at run time; the portal's address is not
 * known when the app is packed, so calls may go to any HTTPS host and to a local portal.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self' https: http://localhost:*",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Writes the policy into the pages of a build; the dev server needs inline scripts of its own and goes without. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'order-binder:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', 'content': POLICY }, injectTo: 'head-prepend' },
    ],
  }
}
