'use client'

import { useEffect, useRef } from 'react'

type ViewerProps = { redirectUrl: string; scopes: string }

/** Swagger UI, served from here and loaded on this page only. */
export function Viewer({ redirectUrl, scopes }: ViewerProps) {
  const place = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches)
    follow()
    dark.addEventListener('change', follow)
    void show(place.current, redirectUrl, scopes)
    return () => dark.removeEventListener('change', follow)
  }, [redirectUrl, scopes])

  return <div ref={place} className="api-viewer mt-6 min-h-96" />
}

async function show(domNode: HTMLElement | null, oauth2RedirectUrl: string, scopes: string) {
  const { default: SwaggerUI } = await import('swagger-ui-dist/swagger-ui-es-bundle.js')
  const viewer = SwaggerUI({
    domNode,
    url: '/openapi.json',
    oauth2RedirectUrl,
    // Its default sends the document's address to a validator of another site.
    validatorUrl: null,
    defaultModelsExpandDepth: -1,
    displayRequestDuration: true,
    tryItOutEnabled: false,
  })
  viewer.initOAuth({ clientId: 'latchkey-docs', scopes, usePkceWithAuthorizationCodeGrant: true })
}
