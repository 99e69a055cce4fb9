'use client'

import './globals.css'
import { ErrorNumber } from '@/app/error-number'
import { Panel } from '@/app/ui/panel'

type GlobalErrorProps = { error: Error & { digest?: string }; retry: () => void }

/**
 * Stands in for the root layout when that fails, for example without a database; so nobody has
 * chosen a language, and it says it in each.
 */
export default function GlobalError({ error, retry }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong</title>
        <main>
          <Panel
            title="This site is not working right now"
            lead="It is not your doing. Try again in a moment."
          >
            <p lang="fr">
              Ce site ne fonctionne pas pour le moment. Vous n’y êtes pour rien : réessayez dans un
              instant.
            </p>
            <p lang="ar" dir="rtl">
              هذا الموقع لا يعمل حاليًا. لست أنت السبب، حاول مرة أخرى بعد قليل.
            </p>
            <button type="button" onClick={retry} className="button w-full">
              Try again
            </button>
            <p className="text-soft text-sm">
              <ErrorNumber text="Number of this error:" digest={error.digest} />
            </p>
          </Panel>
        </main>
      </body>
    </html>
  )
}
