import { expect, it } from 'vitest'
import { measured } from '@/lib/testing/measured'
import { toWords } from './words'

it('is what a person reads, without the frame of every page', () => {
  const page =
    '<html><head><title>Legal</title></head><body><main id="main"><h1>Our  terms</h1><script>let x = "<p>no</p>"</script> hold.</main><footer>The reference service of Latchkey</footer></body></html>'
  expect(toWords(page)).toBe('Our terms hold.')
})

it('is all of a page that has no main part', () => {
  const page =
    '<html><head><title>T</title></head><body>Terms<style>a { b: c }</style></body></html>'
  expect(toWords(page)).toBe('Terms')
})

it.each(['<', '<script ', '<main>', '</main', '<!--', '&#'])(
  'of a page that is all "%s" is told in no time',
  measured,
  (part) => {
    const started = performance.now()
    toWords(part.repeat(200_000))
    expect(performance.now() - started).toBeLessThan(2000)
  },
)

it('reads entities, and parts words where a tag stands', () => {
  expect(toWords('<main><li>Tom &amp; Ada</li><li>Co.</li></main><p>Foot')).toBe('Tom & Ada Co.')
})
