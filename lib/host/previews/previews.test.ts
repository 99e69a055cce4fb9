import sharp from 'sharp'
import { expect, test } from 'vitest'
import { serveHttp } from '@/lib/outbound/testing'
import { measured } from '@/lib/testing/measured'
import { actAs, servePlugin } from '../testing'
import { readOpenGraph } from './open-graph'
import { getPicture } from './picture'
import { toCards } from './previews'

const html = (head: string) => ({
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html><head>${head}</head><body><meta property="og:title" content="late">`,
})

test('links become cards from their OpenGraph tags, and only what has some', async () => {
  const { origin, asked } = await servePlugin((at) => ({
    '/bear': () =>
      html(`<title>Page</title><meta property="og:title" content="A &lt;b&gt;bear&lt;/b&gt;">
        <meta property="og:site_name" content="Toys"><meta property="og:image" content="/bear.png">
        <meta property="og:description" content="Soft.">`),
    '/plain': () =>
      html('<title>Only a title</title><meta property="og:image" content="javascript:alert(1)">'),
    '/moved': () => ({ status: 301, headers: { location: `${at}/bear` } }),
    '/inward': () => ({ status: 302, headers: { location: 'http://169.254.169.254/' } }),
    '/data': { title: 'JSON' },
  }))
  const links = ['/bear', '/plain', '/moved', '/inward', '/data'].map((path) => origin + path)
  const cards = await toCards(links, actAs('chatgpt-2023'))
  const bear = {
    title: 'A <b>bear</b>',
    siteName: 'Toys',
    description: 'Soft.',
    imageUrl: `${origin}/bear.png`,
    url: `${origin}/bear`,
    host: new URL(origin).host,
  }
  expect(cards).toEqual([
    bear,
    {
      ...bear,
      title: 'Only a title',
      siteName: null,
      description: null,
      imageUrl: null,
      url: `${origin}/plain`,
    },
    bear,
  ])
  expect(asked.length).toBe(6)
})

test('nobody is asked for more than five cards', async () => {
  const { origin, asked } = await servePlugin(() => ({}))
  const links = Array.from({ length: 9 }, (_, index) => `${origin}/${index}`)
  expect(await toCards(links, actAs('chatgpt'))).toEqual([])
  expect(asked).toHaveLength(5)
})

test('a picture is painted anew, and what is none is nothing', async () => {
  const png = await sharp({
    create: { width: 2000, height: 1000, channels: 3, background: '#123456' },
  })
    .png()
    .toBuffer()
  const answers: Record<string, [string, Buffer]> = {
    '/a.png': ['image/png', png],
    '/b.svg': ['image/svg+xml', Buffer.from('<svg/>')],
    '/c.png': ['image/png', Buffer.from('<svg/>')],
  }
  const { port } = await serveHttp(({ url = '' }, response) => {
    const [type, bytes] = answers[url] ?? ['text/plain', Buffer.alloc(0)]
    response.writeHead(200, { 'content-type': type }).end(bytes)
  })
  const at = (path: string) => getPicture(`http://localhost:${port}${path}`, true)
  const { format, width, height } = await sharp((await at('/a.png')) ?? Buffer.alloc(0)).metadata()
  expect([format, width, height]).toEqual(['webp', 640, 320])
  expect([await at('/b.svg'), await at('/c.png')]).toEqual([null, null])
})

test('a page of tags that never end is read in no time', measured, () => {
  const started = performance.now()
  const page = `<title>Toys</title>${'<b></i>'.repeat(70_000)}`
  expect(readOpenGraph(page, 'https://toys.example/').title).toBe('Toys')
  expect(performance.now() - started).toBeLessThan(1000)
})
