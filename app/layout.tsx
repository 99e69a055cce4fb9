import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { SiteFooter } from '@/app/ui/site-footer'
import { SiteHeader } from '@/app/ui/site-header'
import { env } from '@/lib/env'
import { product } from '@/lib/product'
import './globals.css'

// The origin and the visitor are known at run time only: no page may be made by the build.
export const dynamic = 'force-dynamic'

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(env().origin),
    title: { default: `${product.name}: ${product.tagline}`, template: `%s · ${product.name}` },
    description: product.descriptionForHuman,
    applicationName: product.name,
    openGraph: { siteName: product.name, type: 'website', locale: 'en_US' },
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

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="button sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-10"
        >
          Skip to content
        </a>
        <SiteHeader />
        <main id="main" tabIndex={-1} className="flex-1 outline-none">
          {children}
        </main>
        <SiteFooter />
      </body>
    </html>
  )
}
