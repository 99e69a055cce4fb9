import { createServer, type RequestListener } from 'node:http'
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net'
import { onTestFinished } from 'vitest'
import { OutboundError } from './errors'

/** Serves on a free port of 127.0.0.1 until the test ends; counts what connects. */
export async function serveHttp(answer: RequestListener) {
  return listen(createServer(answer))
}

/** The same for answers that no HTTP server would give: the bytes, once something was asked. */
export async function serveBytes(answer: (socket: Socket) => void) {
  return listen(
    createTcpServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => answer(socket))
    }),
  )
}

export async function listen(server: Server) {
  const sockets = new Set<Socket>()
  let connections = 0
  server.on('connection', (socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return { port, connections: () => connections, open: () => sockets.size }
}

/** The OutboundError that a promise ends with; anything else fails the test. */
export async function failureOf(promise: Promise<unknown>): Promise<OutboundError> {
  const end = await promise.then(
    () => new Error('It should have failed.'),
    (error: unknown) => error,
  )
  if (end instanceof OutboundError) return end
  throw end
}
