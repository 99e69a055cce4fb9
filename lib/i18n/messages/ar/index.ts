import errors from './errors.json'
import frame from './frame.json'
import mailed from './mailed.json'

export default {
  name: 'العربية',
  direction: 'rtl' as const,
  messages: { errors, frame, mailed },
}
