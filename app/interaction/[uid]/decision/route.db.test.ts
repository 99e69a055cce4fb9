import { expect, it, vi } from 'vitest'
import { db } from '@/lib/data/db'
import { scheduleDeletion } from '@/lib/people/deletion'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { POST } from './route'

let cookie = ''
vi.mock('next/headers', () => ({ headers: async () => new Headers({ cookie }) }))
vi.mock('next/server', () => ({ after: () => {} }))

serveEndpoints()

/** A form that is open in the browser of somebody who allows it; and how it is sent. */
async function open() {
  const person = await createPerson()
  const { location } = await person.browser.visit(
    linking.authorizeUrl(await linking.createClient()),
  )
  const { proof } = await linking.seeConsent(person, String(location))
  const uid = linking.uidOf(String(location))
  const fields = { proof, decision: 'allow', scope: 'reservations:read' }
  const send = (headers: HeadersInit = {}, body: BodyInit = new URLSearchParams(fields)) => {
    cookie = person.browser.cookies()
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
    const request = new Request(`http://localhost/interaction/${uid}/decision`, init)
    return POST(request, { params: Promise.resolve({ uid }) })
  }
  const goesBack = async (answer: Promise<Response>) =>
    (await answer).headers.get('location') === `/interaction/${uid}`
  const grants = () => db().grant.count({ where: { accountId: person.id } })
  return { person, fields, send, goesBack, grants }
}

it('a form of this site is an answer', async () => {
  const { send, goesBack, grants } = await open()
  expect(await goesBack(send({ 'sec-fetch-site': 'same-origin' }))).toBe(false)
  expect(await grants()).toBe(1)
})

it.each<Record<string, string>>([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'https://evil.example' },
  { origin: 'null' },
])('a form that comes with %j is none', async (headers) => {
  const { send, goesBack, grants } = await open()
  expect(await goesBack(send(headers))).toBe(true)
  expect(await grants()).toBe(0)
})

it('nothing is allowed from a page that was open when the account was to be deleted', async () => {
  const { person, send, goesBack, grants } = await open()
  await scheduleDeletion(person.id)
  expect(await goesBack(send())).toBe(true)
  expect(await grants()).toBe(0)
})

it('a form without a length is not read for ever', async () => {
  const { fields, send, goesBack, grants } = await open()
  let sent = 0
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from(`${new URLSearchParams(fields)}&more=`)),
    pull(controller) {
      sent += 1
      if (sent > 1000) controller.close()
      else controller.enqueue(Buffer.alloc(10_000, 'x'))
    },
  })
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  expect(await goesBack(send(type, body))).toBe(true)
  expect(sent).toBeLessThan(10)
  expect(await grants()).toBe(0)
})
