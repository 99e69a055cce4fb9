import { message } from './turns'

let connections = 0

/**
 * Prepared statements belong to a connection, but an embedded database has one backend for all.
 * Each connection's names are replaced by names of its own, and closed when it ends.
 */
export function createStatementNames() {
  const prefix = `c${connections++}_`
  const replaced = new Map<string, string>()
  let count = 0

  function replacement(name: string): string {
    const known = replaced.get(name)
    if (known) return known
    // A counter, because Postgres cuts names after 63 bytes.
    const made = `${prefix}${count++}`
    replaced.set(name, made)
    return made
  }

  function rename(type: string, bytes: Buffer): Buffer {
    const start = startOfName(type, bytes)
    if (start === null) return bytes
    const end = bytes.indexOf(0, start)
    if (end <= start) return bytes
    const head = bytes.subarray(0, start)
    const tail = bytes.subarray(end)
    const name = replacement(bytes.toString('utf8', start, end))
    const renamed = Buffer.concat([head, Buffer.from(name), tail])
    renamed.writeInt32BE(renamed.length - 1, 1)
    return renamed
  }

  function closeAll(): Buffer {
    if (replaced.size === 0) return Buffer.alloc(0)
    const closes = [...replaced.values()].map((name) => message('C', `S${name}\0`))
    return Buffer.concat([...closes, message('S')])
  }

  return { rename, closeAll }
}

function startOfName(type: string, bytes: Buffer): number | null {
  if (type === 'P') return 5
  // Bind: the portal's name comes first.
  if (type === 'B') return bytes.indexOf(0, 5) + 1
  const isStatement = bytes[5] === 'S'.charCodeAt(0)
  return (type === 'D' || type === 'C') && isStatement ? 6 : null
}
