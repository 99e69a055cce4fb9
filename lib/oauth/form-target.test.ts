import { expect, it } from 'vitest'
import { formTargetCookie, readFormTarget, sealFormTarget, toFormTarget } from './form-target'

it.each([
  ['https://chat.openai.com/aip/plugin-1/oauth/callback', 'https://chat.openai.com'],
  ['https://vendor.example:8443/cb?x=1', 'https://vendor.example:8443'],
  ['https://münchen.example/cb', 'https://xn--mnchen-3ya.example'],
  ['http://127.0.0.1:4321/callback', 'http://127.0.0.1:4321'],
  ['http://[::1]:4321/callback', 'http://*:4321'],
  ['com.example.app:/callback', 'com.example.app:'],
])('a form that ends at %s leads to %s', (address, source) => {
  expect(toFormTarget(address)).toBe(source)
})

it.each(['https://a;sandbox/', "https://a;script-src'*'/", 'https://a,b.example/', 'https://*/'])(
  '%s adds nothing to the policy',
  (address) => {
    expect(toFormTarget(address)).toBeNull()
  },
)

it('the source is read only for the request it was written for, and only as it was written', () => {
  const sealed = sealFormTarget('uid', 'https://vendor.example/cb')
  const cookies = (value: string) => `a=b; ${formTargetCookie()}=${value}`
  expect(readFormTarget(cookies(sealed), 'uid')).toBe('https://vendor.example')
  expect(readFormTarget(cookies(sealed), 'other')).toBeNull()
  expect(readFormTarget(cookies(`${sealed.slice(0, -2)}AA`), 'uid')).toBeNull()
  expect(readFormTarget(cookies('https://evil.example'), 'uid')).toBeNull()
  expect(readFormTarget('', 'uid')).toBeNull()
})
