/** Why a mail was not taken: nodemailer's code, and the status that the server answered; 0: none. */
export type Refusal = { code: string; status: number }

type SmtpError = { code?: string; responseCode?: number; response?: string }

// The server's own words may name the address, which must not be kept.
export const toRefusal = ({ code = 'unknown', responseCode = 0, response = '' }: SmtpError) => ({
  code,
  status: responseCode,
  // RFC 5321 §4.2.1: 5yz will be refused again.
  isFinal: responseCode >= 500,
  // RFC 3463 §3.2, §3.3: this mailbox is wrong, full or gone; others are still sent theirs.
  isOfRecipient: /^\d{3}[ -][45]\.(?:1\.(?:[0-6]|10)|2\.\d+)\b/.test(response),
})

const words: Record<string, string> = {
  EDNS: 'the name in SMTP_URL is not found',
  ESOCKET: 'nothing answers at the address in SMTP_URL',
  ECONNECTION: 'it ends the connection',
  ETIMEDOUT: 'it does not answer in time',
  ETLS: 'it does not encrypt as SMTP_URL asks',
  EAUTH: 'it refuses the name and password in SMTP_URL',
  EENVELOPE: 'it refuses the sender in MAIL_FROM, or who is written to',
  EMESSAGE: 'it refuses what is sent',
}

/** Goes on after "The mail server:". */
export const toWords = ({ code, status }: Refusal): string =>
  `${words[code] ?? 'it takes no mail'} (${status ? `${code} ${status}` : code})`
