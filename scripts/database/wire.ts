import { createHash, timingSafeEqual } from 'node:crypto'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { PGlite } from '@electric-sql/pglite'
import { createStatementNames } from './statement-names'
import { createTurns, message } from './turns'

const PROTOCOL_3 = 3
const CANCEL_REQUEST = 80877102
const SSL_REQUEST = 80877103
const GSS_REQUEST = 80877104
// A first packet longer than this comes from something that does not speak to Postgres.
const STARTUP_LIMIT = 10_000

type Turns = ReturnType<typeof createTurns<Socket>>

/**
 * Serves one embedded database to several connections on a loopback port, in Postgres' protocol.
 * It accepts connections at once and answers them when the database is open.
 */
export async function serveDatabase(
  opening: Promise<PGlite>,
  { password, fail }: { password: string; fail: (error: unknown) => void },
) {
  const sockets = new Set<Socket>()
  const expire = (socket: Socket) => socket.destroy()
  const turns = opening.then((db) => createTurns(db, { expire, fail }))
  turns.catch(() => {})
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.setNoDelay(true)
    turns.then(
      (ready) => serveConnection(socket, password, ready),
      () => socket.destroy(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })

  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      turns.then(
        (ready) => ready.stop(),
        () => {},
      )
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

function serveConnection(socket: Socket, password: string, turns: Turns) {
  const names = createStatementNames()
  let step: (buffer: Buffer) => Buffer | null = readStartup
  let startup: Buffer = Buffer.alloc(0)
  let buffer: Buffer = Buffer.alloc(0)
  let batch: Buffer[] = []

  socket.on('data', (data: Buffer) => {
    buffer = buffer.length > 0 ? Buffer.concat([buffer, data]) : data
    for (let rest: Buffer | null = buffer; rest; rest = step(buffer)) buffer = rest
  })
  socket.on('close', () => turns.leave(socket, names.closeAll()))

  function readStartup(bytes: Buffer): Buffer | null {
    if (bytes.length < 8) return null
    const length = bytes.readInt32BE(0)
    const code = bytes.readInt32BE(4)
    if (length < 8 || length > STARTUP_LIMIT || code === CANCEL_REQUEST) {
      socket.destroy()
      return null
    }
    if (bytes.length < length) return null
    if (code === SSL_REQUEST || code === GSS_REQUEST) {
      socket.write('N')
    } else if (code >> 16 === PROTOCOL_3) {
      startup = bytes.subarray(0, length)
      socket.write(message('R', '\0\0\0\u0003'))
      step = readPassword
    } else {
      socket.destroy()
    }
    return bytes.subarray(length)
  }

  function readPassword(bytes: Buffer): Buffer | null {
    const length = messageLength(bytes)
    if (length === null) return null
    const given = bytes.toString('utf8', 5, length - 1)
    if (bytes[0] !== 'p'.charCodeAt(0) || !same(given, password)) {
      socket.end(message('E', 'SFATAL\0C28P01\0Mwrong password\0\0'))
      return null
    }
    turns.take({ owner: socket, messages: startup, complete: true, answer })
    step = readMessage
    return bytes.subarray(length)
  }

  function readMessage(bytes: Buffer): Buffer | null {
    const length = messageLength(bytes)
    if (length === null) return null
    const type = String.fromCharCode(bytes[0] ?? 0)
    if (type === 'X') {
      socket.end()
      return null
    }
    batch.push(names.rename(type, bytes.subarray(0, length)))
    // Query, Sync, Flush: after these the client waits for an answer.
    if (type === 'Q' || type === 'S' || type === 'H') {
      turns.take({ owner: socket, messages: Buffer.concat(batch), complete: type !== 'H', answer })
      batch = []
    }
    return bytes.subarray(length)
  }

  function answer(data: Buffer) {
    if (socket.writable) socket.write(data)
  }
}

function messageLength(bytes: Buffer): number | null {
  if (bytes.length < 5) return null
  const length = 1 + bytes.readInt32BE(1)
  return bytes.length < length ? null : length
}

function same(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
