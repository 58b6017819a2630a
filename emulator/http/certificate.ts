import type { KeyObject } from 'node:crypto'
import { X509Certificate, createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AUTHORIZATION_HOSTS } from '@emulator/portal/authorization-server'

/** Key and certificate as PEM texts. */
export interface Certificate {
  key: string
  cert: string
}

const DAY = 86_400_000
const LIFE_DAYS = 365
/** Object identifiers, already encoded: ecdsa-with-SHA256, commonName, subjectAltName, basicConstraints. */
const OID = {
  ecdsaSha256: '06082a8648ce3d040302',
  commonName: '0603550403',
  subjectAltName: '0603551d11',
  basicConstraints: '0603551d13',
}
const TAG = { boolean: 0x01, integer: 0x02, bits: 0x03, bytes: 0x04, text: 0x0c, time: 0x18, sequence: 0x30, set: 0x31 }
/** Kinds of names inside subjectAltName. */
const DNS_NAME = 0x82
const IP_ADDRESS = 0x87
/** Names that the portal answers to, beside the addresses of this machine. */
const HOSTS = ['localhost', ...AUTHORIZATION_HOSTS]
const LOOPBACK = [Buffer.from([127, 0, 0, 1]), Buffer.from([...Array.from({ length: 15 }, () => 0), 1])]

/** One value of DER: tag, length, content. @see RFC 5280 for what the certificate must hold */
function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents)
  const { length } = content
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content])
  const size = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const oid = (hex: string) => Buffer.from(hex, 'hex')
const sequence = (...contents: Buffer[]) => der(TAG.sequence, ...contents)
const time = (ms: number) => der(TAG.time, Buffer.from(new Date(ms).toISOString().replace(/[-:T]|\.\d+/g, '')))
const extension = (name: string, value: Buffer) => sequence(oid(name), der(TAG.bytes, value))

function toExtensions(): Buffer {
  const names = [
    ...HOSTS.map((host) => der(DNS_NAME, Buffer.from(host))),
    ...LOOPBACK.map((address) => der(IP_ADDRESS, address)),
  ]
  const authority = sequence(der(TAG.boolean, Buffer.from([0xff])))
  // Tag 3 of the outer structure. Being its own authority, the certificate may be handed to a client as one to trust.
  return der(
    0xa3,
    sequence(extension(OID.subjectAltName, sequence(...names)), extension(OID.basicConstraints, authority)),
  )
}

function toTbsCertificate(publicKey: KeyObject, now: number): Buffer {
  const name = sequence(der(TAG.set, sequence(oid(OID.commonName), der(TAG.text, Buffer.from('Local portal')))))
  const version3 = der(0xa0, der(TAG.integer, Buffer.from([2])))
  // The first byte is kept below 0x80: a serial number is positive.
  const serial = der(TAG.integer, Buffer.concat([Buffer.from([1]), randomBytes(15)]))
  const validity = sequence(time(now - DAY), time(now + LIFE_DAYS * DAY))
  const key = publicKey.export({ type: 'spki', format: 'der' })
  return sequence(version3, serial, sequence(oid(OID.ecdsaSha256)), name, validity, name, key, toExtensions())
}

/** Makes a self-signed certificate for localhost, 127.0.0.1, ::1 and the authorization servers, valid for a year. */
export function makeCertificate(now: number): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const tbsCertificate = toTbsCertificate(publicKey, now)
  const signature = der(TAG.bits, Buffer.from([0]), sign('sha256', tbsCertificate, privateKey))
  const bytes = sequence(tbsCertificate, sequence(oid(OID.ecdsaSha256)), signature)
  const lines = bytes.toString('base64').replace(/(.{64})(?!$)/g, '$1\n')
  const cert = `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert }
}

async function readCertificate(folder: string): Promise<Certificate | undefined> {
  try {
    const [key, cert] = await Promise.all(
      ['key.pem', 'certificate.pem'].map((name) => readFile(join(folder, name), 'utf8')),
    )
    const certificate = new X509Certificate(cert ?? '')
    const isUsable =
      Date.parse(certificate.validTo) > Date.now() + DAY &&
      HOSTS.every((host) => certificate.checkHost(host) !== undefined) &&
      certificate.checkPrivateKey(createPrivateKey(key ?? ''))
    return isUsable && key && cert ? { key, cert } : undefined
  } catch {
    // Nothing there, or nothing that can be read: a new one is made.
    return undefined
  }
}

/** Gives the certificate kept in a folder; makes one at the first start, and anew when it has run out or lacks a name. */
export async function ensureCertificate(folder: string): Promise<Certificate> {
  const known = await readCertificate(folder)
  if (known) return known
  const certificate = makeCertificate(Date.now())
  await mkdir(folder, { recursive: true })
  // A file that is written over keeps its old mode, which others may read by.
  await rm(join(folder, 'key.pem'), { force: true })
  await writeFile(join(folder, 'key.pem'), certificate.key, { mode: 0o600, flag: 'wx' })
  await writeFile(join(folder, 'certificate.pem'), certificate.cert)
  return certificate
}
