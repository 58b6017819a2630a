import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { POLICY } from '@scripts/content-security-policy'

const configuration = readFileSync('deploy/nginx.conf.template', 'utf8')
const dockerfile = readFileSync('deploy/Dockerfile', 'utf8')

describe('the configuration of nginx', () => {
  it('sends the policy of the pages, and who may frame them', () => {
    const [, sent] = /add_header Content-Security-Policy "([^"]+)"/.exec(configuration) ?? []
    expect(sent).toBe(`${POLICY}; frame-ancestors \${FRAME_ANCESTORS}`)
  })

  it('adds headers in one place, so that no location loses them', () => {
    const headers = configuration.split('\n').filter((line) => line.includes('add_header '))
    expect(headers.every((line) => line.startsWith('    add_header '))).toBe(true)
  })
})

describe('the image', () => {
  it('is made of built files and the configuration alone', () => {
    const [ignored, ...kept] = readFileSync('deploy/Dockerfile.dockerignore', 'utf8').trim().split('\n')
    expect(ignored).toBe('*')
    expect(kept).toEqual(['!dist', '!deploy/nginx.conf.template'])
    const copied = [...dockerfile.matchAll(/^COPY (\S+)/gm)].map(([, path]) => path)
    expect(copied.toSorted()).toEqual(['deploy/nginx.conf.template', 'dist'])
    expect(existsSync('deploy/nginx.conf.template')).toBe(true)
  })

  it('names the portals in the form of a policy: https and one host each', () => {
    const [, portals = ''] = /^ENV FRAME_ANCESTORS="([^"]+)"$/m.exec(dockerfile) ?? []
    expect(portals).toContain('https://*.bitrix24.com ')
    expect(portals.split(/ (?:\\\n)?/).filter((portal) => !/^https:\/\/\*\.bitrix24\.[a-z.]+$/.test(portal))).toEqual(
      [],
    )
  })

  it('puts files where the configuration looks for them', () => {
    const [, root] = /root (\S+);/.exec(configuration) ?? []
    expect(dockerfile).toContain(`COPY dist ${root}\n`)
  })
})
