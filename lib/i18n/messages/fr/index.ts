import account from './account.json'
import catalog from './catalog.json'
import consent from './consent.json'
import errors from './errors.json'
import frame from './frame.json'
import mailed from './mailed.json'
import notices from './notices.json'
import refused from './refused.json'
import security from './security.json'

export default {
  name: 'Français',
  direction: 'ltr' as const,
  messages: { account, consent, errors, frame, mailed, notices, refused, security },
  catalog,
}
