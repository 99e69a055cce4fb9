import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

/** As much of a Redis as counting needs: the connection's greetings and one script. */
export async function startRedis(port = 0) {
  const counts = new Map<string, { used: number; endsAt: number }>()
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    let received = ''
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      received += bytes
      for (let next = readCommand(received); next; next = readCommand(received)) {
        received = next.rest
        socket.write(answer(next.words, counts))
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const at = (server.address() as AddressInfo).port
  return {
    port: at,
    url: `redis://127.0.0.1:${at}`,
    counts,
    async stop() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** An array of bulk strings, or null while it is not complete. */
function readCommand(text: string): { words: string[]; rest: string } | null {
  const [head = '', ...lines] = text.split('\r\n')
  const count = Number(head.slice(1))
  if (!head.startsWith('*') || lines.length <= count * 2) return null
  const words = lines.slice(0, count * 2).filter((_, index) => index % 2 === 1)
  return { words, rest: lines.slice(count * 2).join('\r\n') }
}

type Counts = Map<string, { used: number; endsAt: number }>

function answer([command = '', ...words]: string[], counts: Counts): string {
  const name = command.toUpperCase()
  if (name === 'EVALSHA') return '-NOSCRIPT No matching script.\r\n'
  if (name !== 'EVAL') return name === 'HELLO' ? '%1\r\n$5\r\nproto\r\n:3\r\n' : '+OK\r\n'
  const [, , key = '', added, seconds] = words
  const known = counts.get(key)
  const now = Date.now()
  const count =
    known && known.endsAt > now ? known : { used: 0, endsAt: now + Number(seconds) * 1000 }
  count.used += Number(added)
  counts.set(key, count)
  return `*2\r\n:${count.used}\r\n:${count.endsAt - now}\r\n`
}
