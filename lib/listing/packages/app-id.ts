import { createHash } from 'node:crypto'

// RFC 9562 §6.6, the namespace of URLs.
const urls = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')

/** An app's id, the same for an origin each time: a UUID version 5 (RFC 9562 §5.5). */
export function toAppId(origin: string): string {
  const bytes = createHash('sha1').update(urls).update(origin).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')
}
