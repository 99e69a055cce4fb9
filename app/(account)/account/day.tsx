/** A day as people write it, and as machines read it. */
export const Day = ({ at }: { at: Date }) => (
  <time dateTime={at.toISOString()}>{day.format(at)}</time>
)

const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' })
