import { describe, expect, it } from 'vitest'
import { robots } from './robots'

/** RFC 9309 §2.2: the group that names the robot, else `*`; the longest rule that fits wins. */
function mayRead(robot: string, path: string): boolean {
  const groups = robots.text().trim().split('\n\n')
  const named = (name: string) => groups.find((group) => group.includes(`User-agent: ${name}\n`))
  const group = named(robot) ?? named('*') ?? ''
  const barred = [...group.matchAll(/^Disallow: ?(.*)$/gm)].map((match) => String(match[1]))
  return !barred.some((prefix) => prefix !== '' && path.startsWith(prefix))
}

const needed = [
  '/.well-known/ai-plugin.json',
  '/.well-known/oauth-protected-resource/mcp',
  '/openapi.json',
  '/copilot/ai-plugin.json',
  '/llms.txt',
  '/api/stays?where=Paris',
  '/mcp',
  '/stays/a-house',
  '/stays/a-house/opengraph-image',
  '/logo.png',
]

describe.each(['ChatGPT-User', 'OAI-SearchBot', 'Claude-User'])('%s', (robot) => {
  it.each(needed)('may read %s', (path) => {
    expect(mayRead(robot, path)).toBe(true)
  })
})

describe('every other robot', () => {
  it.each([
    '/api/stays',
    '/oauth/token',
    '/interaction/x',
    '/account',
    '/confirm/x',
    '/admin/clients',
  ])('may not read %s', (path) => {
    expect(mayRead('Anybot', path)).toBe(false)
  })

  it('may read the pages and what describes the plugin', () => {
    expect(mayRead('Anybot', '/')).toBe(true)
    expect(mayRead('Anybot', '/stays/a-house')).toBe(true)
    expect(mayRead('Anybot', '/.well-known/ai-plugin.json')).toBe(true)
  })
})
