import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { BrokenTexts } from '@/app/broken-texts'
import { SiteFooter } from '@/app/ui/site-footer'
import { SiteHeader } from '@/app/ui/site-header'
import { env } from '@/lib/env'
import { directionOf } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translate'
import { getListing } from '@/lib/listing/listing'
import { getLocale, getTranslator } from '@/lib/session/locale'
import './globals.css'

// The origin and the visitor are known at run time only: no page may be made by the build.
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const { name, tagline, descriptionForHuman } = await getListing()
  return {
    metadataBase: new URL(env().origin),
    title: { default: `${name}: ${tagline}`, template: `%s · ${name}` },
    description: descriptionForHuman,
    applicationName: name,
    openGraph: { siteName: name, type: 'website', locale: 'en_US' },
    formatDetection: { telephone: false, address: false, email: false },
  }
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f7f4' },
    { media: '(prefers-color-scheme: dark)', color: '#0d1311' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  const t = await getTranslator('frame')
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="button sr-only focus:not-sr-only focus:fixed focus:top-3 focus:start-3 focus:z-10"
        >
          {t('skip')}
        </a>
        <SiteHeader />
        <main id="main" tabIndex={-1} className="flex-1 outline-none">
          <BrokenTexts texts={toBrokenTexts(t)}>{children}</BrokenTexts>
        </main>
        <SiteFooter />
      </body>
    </html>
  )
}

const toBrokenTexts = (t: Translator<'frame'>) => ({
  title: t('broken.title'),
  lead: t('broken.lead'),
  retry: t('broken.retry'),
  support: t('broken.support'),
  number: t('broken.number'),
})
