/**
 * What is timed over a year of use. A page that lists or counts something belongs here, with the
 * filters that are asked for most.
 */
export const loadPages: { name: string; url: string }[] = [
  { name: 'Overview by day', url: '/admin' },
  { name: 'Overview by hour', url: '/admin?by=hour' },
  { name: 'Connect Doctor', url: '/admin/doctor' },
  { name: 'Connect Doctor, of one host', url: '/admin/doctor?host=cursor&end=failed' },
  { name: 'Clients', url: '/admin/clients' },
  { name: 'People', url: '/admin/people' },
  { name: 'Audit', url: '/admin/audit' },
]

/** Tables that grow with use: none is read from end to end for a page. */
export const bigTables = [
  'Account',
  'Session',
  'Grant',
  'OAuthArtifact',
  'Activity',
  'Attempt',
  'Action',
  'CallCount',
]
