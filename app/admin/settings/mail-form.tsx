import { type MailMode, mailMode } from '@/lib/mail/mode'
import { submitTestMail } from './actions'
import { SettingForm } from './setting-form'

const states: Record<MailMode, string> = {
  smtp: 'Mail goes out through the server named in SMTP_URL, from the sender in MAIL_FROM.',
  outbox: 'On this machine mail goes nowhere: read it at /outbox. Set SMTP_URL to send it.',
  none: 'No mail is sent, and nothing is offered that needs it: set SMTP_URL and start again.',
}

export const MailForm = () => (
  <SettingForm
    id="mail"
    title="Mail"
    lead={states[mailMode()]}
    act={submitTestMail}
    button="Send me a test mail"
  />
)
