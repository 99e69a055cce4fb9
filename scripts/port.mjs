import { connect, createServer } from 'node:net'

/** Ends with one line where the port is taken: before anything that takes long. */
export async function requireFreePort(port) {
  // A value that is no port is told together with all other settings.
  if (!(Number.isInteger(port) && port > 0 && port < 65536)) return
  for (const host of ['127.0.0.1', '::1']) {
    if ((await isAnswered(port, host)) || (await isOccupied(port, host))) {
      console.error(`Port ${port} is taken. Stop what uses it, or set PORT to another number.`)
      process.exit(1)
    }
  }
}

// Some systems let one listen on 127.0.0.1 although another listens on all addresses.
function isAnswered(port, host) {
  return new Promise((resolve) => {
    const socket = connect({ port, host })
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}

function isOccupied(port, host) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', ({ code }) => resolve(code === 'EADDRINUSE'))
    probe.listen({ port, host }, () => probe.close(() => resolve(false)))
  })
}
