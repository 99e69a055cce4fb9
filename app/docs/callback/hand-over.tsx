'use client'

import { useEffect } from 'react'

/** Lets Swagger UI's own script give the code to the window that is waiting for it. */
export function HandOver() {
  useEffect(() => {
    if (window.opener) void import('swagger-ui-dist/oauth2-redirect.js')
  }, [])
  return null
}
