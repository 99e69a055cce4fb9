import errors from './errors.json'
import frame from './frame.json'
import mailed from './mailed.json'

export default {
  name: 'English',
  direction: 'ltr' as const,
  messages: { errors, frame, mailed },
}
