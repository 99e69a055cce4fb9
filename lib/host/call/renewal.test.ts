import { expect, test } from 'vitest'
import type { Installation } from '../installation'
import type { Tokens } from '../link/tokens'
import type { Registration } from '../registration'
import type { Asked } from '../testing'
import { box, prepare } from './testing'

const client: Registration = {
  ...{ type: 'client', by: 'given', clientId: 'id', clientSecret: 'secret of the client' },
  ...{ tokenAuth: 'post', typed: null },
}
const old: Tokens = {
  access: 'old-access-token',
  refresh: 'old-refresh-token',
  expiresAt: null,
  scope: null,
}
const onlyNew = ({ headers }: Asked) =>
  headers.authorization === 'Bearer new-access-token' ? { body: { ok: true } } : { status: 401 }

const linked = (origin: string): Installation['auth'] => ({
  type: 'oauth',
  authorizeUrl: `${origin}/authorize`,
  tokenUrl: `${origin}/token`,
  scope: '',
  tokenContentType: 'application/json',
  verificationToken: null,
  server: null,
})

test.each([
  ['refused', null],
  ['expired', '2020-01-01T00:00:00.000Z'],
])('a token that is %s is renewed once, and the call made', async (_what, expiresAt) => {
  const token = { access_token: 'new-access-token', token_type: 'bearer', expires_in: 59 }
  const plugin = await prepare(onlyNew, {
    registration: client,
    tokens: { ...old, expiresAt },
    token,
  })
  plugin.installation.auth = linked(plugin.origin)
  const { outcome, tokens } = await plugin.call('listToys', box)
  expect(outcome).toMatchObject({ status: 'answered', data: { ok: true } })
  expect(tokens).toMatchObject({ access: 'new-access-token', refresh: 'old-refresh-token' })
  expect(plugin.calls()).toHaveLength(expiresAt ? 1 : 2)
})

test('a token that nobody renews ends in linking again', async () => {
  const token = () => ({ status: 400, body: { error: 'invalid_grant' } })
  const plugin = await prepare(onlyNew, { registration: client, tokens: old, token })
  plugin.installation.auth = linked(plugin.origin)
  expect(await plugin.call('listToys', box)).toMatchObject({
    outcome: { status: 'link_needed' },
    tokens: null,
  })
})

test('a token endpoint that is down costs nobody their link', async () => {
  const token = () => ({ status: 503 })
  const plugin = await prepare(onlyNew, { registration: client, tokens: old, token })
  plugin.installation.auth = linked(plugin.origin)
  expect(await plugin.call('listToys', box)).toMatchObject({
    outcome: { status: 'failed', code: 'not_renewed' },
    tokens: old,
  })
})
