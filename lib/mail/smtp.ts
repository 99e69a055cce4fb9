import nodemailer, { type Transporter } from 'nodemailer'
import { env } from '@/lib/env'
import type { Mail } from './send'

let transport: Transporter | undefined

export async function sendBySmtp(mail: Mail, product: string): Promise<void> {
  transport ??= connect(String(env().smtpUrl))
  await transport.sendMail({
    from: env().mailFrom ?? {
      name: product,
      address: `no-reply@${new URL(env().origin).hostname}`,
    },
    // RFC 3834 §5: a machine wrote this; out-of-office replies are not wanted.
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...mail,
  })
}

function connect(url: string): Transporter {
  const { protocol, hostname } = new URL(url)
  return nodemailer.createTransport({
    url,
    // Passwords and links in the clear end at this machine.
    requireTLS: protocol === 'smtp:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}
