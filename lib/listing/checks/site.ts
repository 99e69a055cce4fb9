import { reviewHostIds } from '../hosts'
import { mostLogoBytes } from '../picture'
import type { Answered, Check, Finding, PageName } from './facts'

const listingPage = '/admin/listing'

/** The same site: the host itself, one below it, or the one it is below. */
export function isSameSite(host: string, other: string): boolean {
  const [a, b] = [host, other].map((name) => name.toLowerCase().replace(/^www\./, '')) as [
    string,
    string,
  ]
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)
}

const isExample = (domain: string): boolean =>
  /(^|\.)(example\.(com|net|org)|example|test|invalid|localhost)$/i.test(domain)

const domainOf = (email: string): string => email.split('@').at(-1) ?? ''

/** What only the text has that comes with the release: it speaks of a service that is not yours. */
const exampleText = /the reference service of|example\.(com|org|net)\b/i

const pages: [PageName, string, string][] = [
  ['legal', 'legalUrl', 'Legal page'],
  ['privacy', 'privacyUrl', 'Privacy page'],
  ['support', 'supportUrl', 'Support page'],
]

const notServed = ({ status, why }: Answered): string =>
  status === 0 ? `Nothing came back: ${why ?? 'no answer'}.` : `It answers ${status}.`

const pageChecks: Check[] = pages.flatMap(([name, field, title]): Check[] => [
  {
    id: `page ${name}`,
    hosts: name === 'legal' ? reviewHostIds : ['chatgpt', 'claude', 'm365', 'gpt-action'],
    says: `${title} answers 200`,
    fact: 'OpenAI and Anthropic, submission; GPT Actions (valid privacy policy); Microsoft, app manifest',
    look: ({ pages: { [name]: page } }) =>
      page.status === 200
        ? null
        : {
            found: notServed(page),
            fix: 'Correct its address, or what is there.',
            href: `${listingPage}#${field}`,
          },
  },
  {
    id: `text ${name}`,
    hosts: ['chatgpt', 'claude', 'm365'],
    says: `${title} has a text of your own`,
    fact: 'OpenAI and Anthropic, submission: a reviewer reads it',
    look: ({ pages: { [name]: page } }) => {
      const [words] = exampleText.exec(page.text) ?? []
      return words === undefined
        ? null
        : {
            found: `It still says “${words}”.`,
            fix: 'Write your own text, or give the address of yours.',
            href: `${listingPage}#${field}`,
          }
    },
  },
  {
    id: `domain ${name}`,
    hosts: name === 'legal' ? ['plugin-2023', 'm365'] : ['m365'],
    says: `${title} is on the plugin’s own site`,
    fact: 'OpenAI, manifest v1: the legal page’s domain must equal; Microsoft, store validation',
    look: ({ origin, listing }) => {
      const host = new URL(listing[field as 'legalUrl']).hostname
      return isSameSite(host, new URL(origin).hostname)
        ? null
        : {
            found: `It is at ${host}.`,
            fix: `Serve it below ${new URL(origin).hostname}.`,
            href: `${listingPage}#${field}`,
          }
    },
  },
])

export const siteChecks: Check[] = [
  {
    id: 'https',
    hosts: reviewHostIds,
    says: 'The site is served by https at a public name',
    fact: 'All hosts; OpenAI: TLS 1.2, port 443, a public authority',
    look: ({ origin }) => {
      const { protocol, hostname, port } = new URL(origin)
      if (protocol === 'https:' && port === '' && hostname.includes('.')) return null
      return { found: `It is at ${origin}.`, fix: 'Deploy it, and set APP_ORIGIN to its address.' }
    },
  },
  {
    id: 'contact',
    hosts: reviewHostIds,
    says: 'The contact address is a real one',
    fact: 'OpenAI, manifest v1 (contact_email); Anthropic and OpenAI: a support contact',
    look: ({ listing: { contactEmail } }) =>
      isExample(domainOf(contactEmail))
        ? {
            found: `${contactEmail} reaches nobody.`,
            fix: 'Give an address that somebody reads.',
            href: `${listingPage}#contactEmail`,
          }
        : null,
  },
  {
    id: 'contact domain',
    hosts: ['plugin-2023'],
    says: 'The contact address is at the plugin’s domain',
    fact: 'OpenAI, manifest v1: contact_email’s domain should equal',
    look: ({ origin, listing: { contactEmail } }) =>
      isSameSite(domainOf(contactEmail), new URL(origin).hostname)
        ? null
        : {
            found: `It is at ${domainOf(contactEmail)}.`,
            fix: `Use one at ${new URL(origin).hostname}.`,
            href: `${listingPage}#contactEmail`,
          },
  },
  ...pageChecks,
  {
    id: 'logo',
    hosts: ['chatgpt', 'claude', 'm365', 'plugin-2023'],
    says: 'The logo is served: a square picture of at least 512 × 512, no GIF, at most 5 MB',
    fact: 'OpenAI, manifest v1 (512², no GIF) and submission (square, ≤ 5 MiB)',
    look: ({ logo }) => lookAtLogo(logo),
  },
  {
    id: 'manifest',
    hosts: ['plugin-2023'],
    says: 'The manifest is served as JSON, without a redirect',
    fact: 'OpenAI, manifest v1: /.well-known/ai-plugin.json',
    look: ({ manifest }) => {
      if (manifest.status !== 200) {
        return { found: notServed(manifest), fix: 'Let /.well-known/ai-plugin.json through.' }
      }
      return manifest.contentType === 'application/json'
        ? null
        : {
            found: `It comes as ${manifest.contentType}.`,
            fix: 'Let no proxy change its Content-Type.',
          }
    },
  },
]

function lookAtLogo(
  logo: { format: string; width: number; height: number; bytes: number } | null,
): Finding | null {
  const href = `${listingPage}#logo`
  const fix = 'Upload a square PNG of at least 512 × 512.'
  if (!logo) return { found: 'No picture is at its address.', fix, href }
  const { format, width, height, bytes } = logo
  if (format === 'gif') return { found: 'It is a GIF.', fix, href }
  if (width !== height || width < 512) return { found: `It is ${width} × ${height}.`, fix, href }
  return bytes > mostLogoBytes ? { found: `It has ${bytes} bytes.`, fix, href } : null
}
