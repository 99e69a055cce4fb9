import activity from './activity.json'
import catalog from './catalog.json'
import connections from './connections.json'
import consent from './consent.json'
import data from './data.json'
import errors from './errors.json'
import frame from './frame.json'
import keys from './keys.json'
import mailed from './mailed.json'
import refused from './refused.json'

export default {
  name: 'العربية',
  direction: 'rtl' as const,
  messages: { activity, connections, consent, data, errors, frame, keys, mailed, refused },
  catalog,
}
