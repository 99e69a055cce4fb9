import account from './account.json' with { type: 'json' }
import activity from './activity.json' with { type: 'json' }
import asking from './asking.json' with { type: 'json' }
import catalog from './catalog.json' with { type: 'json' }
import confirm from './confirm.json' with { type: 'json' }
import connections from './connections.json' with { type: 'json' }
import consent from './consent.json' with { type: 'json' }
import data from './data.json' with { type: 'json' }
import errors from './errors.json' with { type: 'json' }
import frame from './frame.json' with { type: 'json' }
import gettingIn from './gettingIn.json' with { type: 'json' }
import keys from './keys.json' with { type: 'json' }
import letters from './letters.json' with { type: 'json' }
import mailed from './mailed.json' with { type: 'json' }
import notices from './notices.json' with { type: 'json' }
import refused from './refused.json' with { type: 'json' }
import release from './release.json' with { type: 'json' }
import security from './security.json' with { type: 'json' }

export default {
  name: 'English',
  direction: 'ltr' as const,
  messages: {
    account,
    activity,
    asking,
    confirm,
    connections,
    consent,
    data,
    errors,
    frame,
    gettingIn,
    keys,
    letters,
    mailed,
    notices,
    refused,
    release,
    security,
  },
  catalog,
}
