import catalog from './catalog.json'
import consent from './consent.json'
import errors from './errors.json'
import frame from './frame.json'
import gettingIn from './gettingIn.json'
import letters from './letters.json'
import mailed from './mailed.json'
import refused from './refused.json'

export default {
  name: 'Français',
  direction: 'ltr' as const,
  messages: { consent, errors, frame, gettingIn, letters, mailed, refused },
  catalog,
}
