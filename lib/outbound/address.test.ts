import { describe, expect, test } from 'vitest'
import { isLoopbackAddress, isPublicAddress } from './address'

const refused = {
  loopback: ['127.0.0.1', '127.0.0.0', '127.255.255.255', '::1'],
  'unspecified and this network': ['0.0.0.0', '0.1.2.3', '::'],
  private: ['10.0.0.0', '10.255.255.255', '172.16.0.0', '172.31.255.255', '192.168.0.1'],
  'unique local': ['fc00::1', 'fd00:ec2::254', 'fdff::1'],
  'link-local and site-local': ['169.254.0.1', 'fe80::1', 'febf::1', 'fec0::1', 'fe80::1%eth0'],
  metadata: ['169.254.169.254', '100.100.100.200', '192.0.0.192', '168.63.129.16'],
  'carrier-grade NAT': ['100.64.0.0', '100.127.255.255'],
  benchmarks: ['198.18.0.0', '198.19.255.255', '2001:2::1'],
  documentation: ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff:fff::1'],
  multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1'],
  'reserved and broadcast': ['240.0.0.1', '255.255.255.255', '4000::1', '1fff::1', '5f00::1'],
  'IPv4-mapped': ['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '0:0:0:0:0:ffff:a00:1'],
  'IPv4-compatible and -translated': ['::127.0.0.1', '::a00:1', '::ffff:0:10.0.0.1'],
  '6to4': ['2002:7f00:1::', '2002:a00:1::1', '192.88.99.1'],
  'Teredo and its neighbours': ['2001::1', '2001:0:7f00:1::', '2001:10::1', '2001:1ff:ffff::1'],
  NAT64: ['64:ff9b::127.0.0.1', '64:ff9b::a00:1', '64:ff9b:1::a00:1'],
  'AS112 and AMT': ['192.31.196.1', '192.52.193.1', '192.175.48.1', '2620:4f:8000::1'],
  'discard-only': ['100::1'],
  'no address at all': ['', 'localhost', '127.1', '0x7f000001', '2130706433', '010.0.0.1', '[::1]'],
  'a public address with a zone': ['2606:4700::1111%eth0'],
}

describe('isPublicAddress', () => {
  test.each(Object.entries(refused))('refuses %s', (_kind, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([])
  })

  test('lets ordinary addresses pass, up to the edges of what is refused', () => {
    const open = [
      ...['1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.0.0.1'],
      ...['128.0.0.0', '168.63.129.15', '169.253.255.255', '172.15.255.255', '172.32.0.0'],
      ...['192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255'],
      ...['2001:200::1', '2001:4860:4860::8888', '2606:4700::1111', '2003::1', '3fff:1000::1'],
    ]
    expect(open.filter((address) => !isPublicAddress(address))).toEqual([])
  })
})

test('isLoopbackAddress knows the two addresses of local mode and no other', () => {
  const others = ['127.0.0.2', '127.1', '0.0.0.0', '::', '::ffff:127.0.0.1', '10.0.0.1', '']
  expect(['127.0.0.1', '::1'].every(isLoopbackAddress)).toBe(true)
  expect(others.some(isLoopbackAddress)).toBe(false)
})
