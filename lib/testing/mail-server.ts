import { createServer, type Server, type Socket } from 'node:net'

export type ReceivedMail = { to: string; from: string; subject: string; text: string; html: string }

export type MailServer = { url: string; received: ReceivedMail[]; stop: () => Promise<void> }

/** As much of RFC 5321 as it takes to be sent a mail. `refuse` answers that to each DATA. */
export async function startMailServer(refuse: { reply?: string } = {}): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const server = createServer((socket) => talk(socket, received, refuse))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return { url: `smtp://127.0.0.1:${port}`, received, stop: () => close(server) }
}

function talk(socket: Socket, received: ReceivedMail[], refuse: { reply?: string }): void {
  let pending = ''
  let data: string | null = null
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 mail.test')
  socket.on('error', () => {})
  socket.on('data', (chunk) => {
    pending += chunk.toString('utf8')
    for (let end = pending.indexOf('\r\n'); end !== -1; end = pending.indexOf('\r\n')) {
      const line = pending.slice(0, end)
      pending = pending.slice(end + 2)
      if (data !== null && line !== '.') data += `${line.replace(/^\.\./, '.')}\r\n`
      else if (data !== null) {
        if (!refuse.reply) received.push(parse(data))
        data = null
        say(refuse.reply ?? '250 taken')
      } else if (/^DATA/i.test(line)) {
        data = ''
        say('354 go on')
      } else say(/^QUIT/i.test(line) ? '221 bye' : '250 fine')
    }
  })
}

function parse(data: string): ReceivedMail {
  const header = (name: string) =>
    data
      .match(new RegExp(`^${name}: (.+(?:\\r\\n[ \\t].+)*)`, 'im'))?.[1]
      ?.replace(/\r\n\s+/g, ' ') ?? ''
  return {
    to: header('To'),
    from: header('From'),
    subject: header('Subject'),
    text: part(data, 'text/plain'),
    html: part(data, 'text/html'),
  }
}

function part(data: string, type: string): string {
  const at = data.indexOf(`Content-Type: ${type}`)
  const [head = '', body = ''] = splitOnce(data.slice(at), '\r\n\r\n')
  const own = body.split(/\r\n--/)[0] ?? ''
  if (!/quoted-printable/i.test(head)) return own
  const bytes = own
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

function splitOnce(text: string, by: string): [string, string] {
  const at = text.indexOf(by)
  return [text.slice(0, at), text.slice(at + by.length)]
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
  })
