import { OutboundError } from '@/lib/outbound/errors'
import type { Acting } from '../install'
import { type ProblemCode, Refusal, type Report } from '../problems'
import { check } from '../wire'
import { isChildRedirect } from './domains'

type Wanted = { title: string; accept: string; maxBytes: number }

export type Fetched = { text: string; contentType: string; url: string }

/** A document that the host reads at install; refuses what it would refuse. */
export async function fetchForInstall(
  url: string,
  { title, accept, maxBytes }: Wanted,
  { profile, wire, report }: Acting,
): Promise<Fetched> {
  let at = url
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const heard = await wire
      .send(
        { title, kind: 'install' },
        {
          method: 'GET',
          url: at,
          headers: { accept, 'user-agent': profile.fetching.userAgent },
        },
        { timeoutMs: profile.fetching.timeoutMs, maxBytes },
      )
      .catch((error) => refuseToFetch(error, at, report))
    const { status, headers, text } = heard
    if (status >= 300 && status < 400) {
      const to = targetOf(headers.location, at)
      if (
        !check(heard.step, 'redirects to a subdomain of it only', isChildRedirect(at, to), '§1.4')
      ) {
        report.refuse('redirect_refused', { where: `${at} → ${to?.href ?? 'nowhere'}` })
      }
      report.note('redirect_followed', { where: `${at} → ${to?.href}` })
      at = to?.href ?? at
      continue
    }
    if (!check(heard.step, 'answers 200', status === 200, '§1.1')) {
      report.refuse('fetch_status', { where: `${at}: ${status}` })
    }
    if (/^\s*<(!doctype|html|head|body|\?xml|script)/i.test(text)) {
      report.refuse('html_instead', { where: at })
    }
    if (text.includes('\ufffd') || text.includes('\0')) report.refuse('not_text', { where: at })
    return { text, contentType: headers['content-type'] ?? '', url: at }
  }
  return report.refuse('redirect_refused', { where: url })
}

const mostRedirects = 3

function targetOf(location: string | undefined, from: string): URL | null {
  return location !== undefined && URL.canParse(location, from) ? new URL(location, from) : null
}

function refuseToFetch(error: unknown, url: string, report: Report): never {
  toFetchProblem(error, url, report)
  throw new Refusal()
}

/** Tells an OutboundError as a problem; anything else is a mistake of ours and goes on. */
export function toFetchProblem(error: unknown, where: string, report: Report): void {
  if (!(error instanceof OutboundError)) throw error
  report.note(problemOf[error.reason] ?? 'fetch_failed', { where })
}

const problemOf: Partial<Record<OutboundError['reason'], ProblemCode>> = {
  bad_url: 'address_unusable',
  blocked_address: 'address_blocked',
  timeout: 'fetch_timeout',
  too_large: 'fetch_too_large',
  busy: 'fetch_busy',
}
