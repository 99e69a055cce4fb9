import type { ReactNode } from 'react'
import { ActionForm, type Answer } from '@/app/ui/action-form'
import { getTranslator } from '@/lib/session/locale'
import { CodesInstead } from './codes-instead'

type CodesFormProps = {
  act: (previous: Answer, form: FormData) => Promise<Answer>
  children: ReactNode
}

/** A form that is answered with recovery codes: the only moment at which they can be read. */
export async function CodesForm({ act, children }: CodesFormProps) {
  const t = await getTranslator('security')
  return (
    <ActionForm act={act}>
      <CodesInstead
        label={t('codes.list')}
        before={
          <p role="status" className="rounded-lg bg-brass-tint px-4 py-3 text-brass">
            {t.rich('codes.keep', { b: (text) => <strong>{text}</strong> })}
          </p>
        }
        after={
          <a href="/account/security" className="button w-full">
            {t('codes.kept')}
          </a>
        }
      >
        {children}
      </CodesInstead>
    </ActionForm>
  )
}
