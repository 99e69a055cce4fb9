import assert from 'node:assert/strict'
import {
  assertBooked,
  assertRefused,
  assertReservations,
  assertStays,
  assertTools,
  bookingOf,
  mine,
  revoke,
  search,
  searchFree,
  step,
} from './story.mjs'

/**
 * The story of a client library whose provider is a MemoryProvider. `call` may throw what `isAsked`
 * recognizes once the person has been sent to the browser; `finish` gets what came back from there.
 */
export async function tell({
  listTools,
  call,
  finish,
  isAsked,
  provider,
  callback,
  stepsUp = true,
}) {
  const callSignedIn = async (request) => {
    try {
      return await call(request)
    } catch (error) {
      if (!isAsked(error)) throw error
    }
    const back = await callback.next()
    assert.equal(back.get('state'), provider.kept.state)
    await finish(back)
    return call(request)
  }

  if (stepsUp) provider.firstScope = 'reservations:read'
  await step('tools without sign-in', async () => assertTools(await listTools()))
  await step('public tool without sign-in', async () => assertStays(await call(search)))
  await step('signs in for a protected tool', async () => {
    assertReservations(await callSignedIn(mine))
    assert.equal(provider.asked, 1)
  })
  await step('refreshes', async () => {
    const before = provider.kept.tokens.refresh_token
    assert.ok(before, 'a refresh token')
    provider.spoilAccessToken()
    assertReservations(await call(mine))
    assert.equal(provider.asked, 1)
    assert.notEqual(provider.kept.tokens.refresh_token, before)
  })
  await step(stepsUp ? 'asks for more scope and books' : 'books', async () => {
    assertBooked(await callSignedIn(bookingOf(await call(searchFree))))
    assert.equal(provider.asked, stepsUp ? 2 : 1)
  })
  await step('is out at once when revoked', async () => {
    const { tokens, client } = provider.kept
    const { asked } = provider
    await revoke(tokens.refresh_token, client)
    await assertRefused(tokens.access_token)
    await assert.rejects(call(mine), isAsked)
    assert.equal(provider.asked, asked + 1)
  })
}
