import { expect, it } from 'vitest'
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
