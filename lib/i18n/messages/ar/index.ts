import asking from './asking.json' with { type: 'json' }
import catalog from './catalog.json' with { type: 'json' }
import confirm from './confirm.json' with { type: 'json' }
import consent from './consent.json' with { type: 'json' }
import errors from './errors.json' with { type: 'json' }
import frame from './frame.json' with { type: 'json' }
import mailed from './mailed.json' with { type: 'json' }
import refused from './refused.json' with { type: 'json' }

export default {
  name: 'العربية',
  direction: 'rtl' as const,
  messages: { asking, confirm, consent, errors, frame, mailed, refused },
  catalog,
}
