import { describe, expect, test } from 'vitest'
import { OutboundError } from './errors'
import { requireTarget } from './target'

const badUrls = [
  ...[
    '',
    'nonsense',
    '//example.com/a',
    'https:example.com',
    'https:/example.com',
    'https:///a.com',
  ],
  ...['http://example.com/', 'ftp://example.com/', 'file:///etc/passwd', 'data:text/plain,x'],
  ...[
    'javascript:alert(1)',
    'gopher://example.com/',
    'https://',
    'https://?',
    'https://example.com#',
  ],
  ...['https://example.com:80/', 'https://example.com:8443/', 'https://example.com:0/'],
  ...['https://user@example.com/', 'https://user:pass@example.com/', 'https://@example.com/'],
  ...['https://:@example.com/', 'https://example.com@127.0.0.1/', 'https://a.com\\@127.0.0.1/'],
  ...['https://example.com/#part', ' https://example.com/', 'https://example.com/ '],
  ...[
    'https://exa\nmple.com/',
    'https://example.com/\t',
    'https://example.com\\a',
    'https://a b.com/',
  ],
  ...[
    'https://1.2.3.4.5/',
    'https://256.1.1.1/',
    'https://[::1%25eth0]/',
    'https://[fe80::1%eth0]/',
  ],
  ...['https://127.0.0.1%00.example.com/', 'https://example.com./', 'https://example.com%00/'],
  `https://example.com/${'a'.repeat(2048)}`,
]

const blocked = [
  ...['127.0.0.1', '127.1', '127.0.1', '2130706433', '017700000001', '0177.0.0.1', '0x7f000001'],
  ...['0x7f.1', '0x7f.0.0.0x1', '127.0.0.1.', '0', '0.0.0.0', '①②⑦.0.0.1', '127。0。0。1'],
  ...[
    '%31%32%37.0.0.1',
    '10.0.0.1',
    '167772161',
    '012.0.0.1',
    '0xa.0.0.1',
    '192.168.1',
    '172.16.1',
  ],
  ...['169.254.169.254', '2852039166', '0xa9fea9fe', '0251.0376.0251.0376', '169.254.43518'],
  ...['100.100.100.200', '168.63.129.16', '255.255.255.255', '224.0.0.1', '198.18.0.1'],
  ...[
    '[::]',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
  ],
  ...['[::ffff:169.254.169.254]', '[64:ff9b::169.254.169.254]', '[2002:7f00:1::]', '[2001::1]'],
  ...['[fe80::1]', '[fd00:ec2::254]', '[ff02::1]', '[2001:db8::1]', '[::ffff:0:127.0.0.1]'],
  ...['localhost', 'LOCALHOST', 'localhost.', 'ⓛocalhost', 'a.localhost', 'a.b.localhost.'],
  ...['printer.local', 'printer.local.', 'metadata.google.internal', 'METADATA.google.internal.'],
  ...[
    'metadata',
    'db',
    'local',
    'router.lan',
    'nas.home.arpa',
    'host.localdomain',
    'localhost%E3%80%82',
  ],
]

const reasonOf = (url: string, allowLoopback: boolean) => {
  try {
    requireTarget(url, allowLoopback)
  } catch (error) {
    return error instanceof OutboundError ? error.reason : error
  }
  return 'accepted'
}

describe.each([false, true])('with allowLoopback %s', (allowLoopback) => {
  test.each(badUrls)('%j is not a URL to fetch', (url) => {
    expect(reasonOf(url, allowLoopback)).toBe('bad_url')
  })

  test.each([
    'https://example.com',
    'https://example.com/client.json?a=1',
    'https://example.com:443/@scope/client.json',
    'https://localhost.example.com/',
    'https://internal.example.com/',
    'https://münchen.example/',
    'https://1.1.1.1/',
    'https://[2606:4700::1111]/',
  ])('%s is fetched, and only from public addresses', (url) => {
    const target = requireTarget(url, allowLoopback)
    expect(target.allows('93.184.215.14')).toBe(true)
    expect(['127.0.0.1', '::1', '10.0.0.1'].some(target.allows)).toBe(false)
  })
})

test.each(blocked)('https://%s/ does not lead to the public internet', (host) => {
  expect(reasonOf(`https://${host}/client.json`, false)).toBe('blocked_address')
})

describe('in local mode', () => {
  test.each([
    'http://localhost:3000/client.json',
    'https://localhost/client.json',
    'http://127.0.0.1:1/',
    'http://[::1]:8080/',
  ])('%s is fetched, and only from loopback', (url) => {
    const target = requireTarget(url, true)
    expect(['127.0.0.1', '::1'].every(target.allows)).toBe(true)
    expect(['10.0.0.1', '93.184.215.14', '169.254.169.254'].some(target.allows)).toBe(false)
    expect(reasonOf(url, false)).not.toBe('accepted')
  })

  test.each([
    'http://127.0.0.2/',
    'http://0.0.0.0:3000/',
    'http://[::ffff:127.0.0.1]/',
    'http://a.localhost:3000/',
    'http://localhost.:3000/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data',
    'https://192.168.0.1/',
    'https://printer.local/',
    'http://user@localhost:3000/',
  ])('%s stays refused', (url) => {
    expect(reasonOf(url, true)).toMatch(/^(bad_url|blocked_address)$/)
  })
})
