'use server'

import { textOf } from '@/app/(account)/form-state'
import { operate } from '@/app/admin/operate'
import type { Answer } from '@/app/ui/action-form'
import { addClient } from '@/lib/oauth/clients/registered'
import { clientHref } from '../href'

/** The secret is in `values.secret`: shown in this one answer and never again. */
export async function submitClient(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form, freshFor: '/admin/clients/new' }, async (actor) => {
    const [redirectUri, surface] = [textOf(form, 'redirectUri').trim(), textOf(form, 'surface')]
    const { clientId, clientSecret } = await addClient(
      {
        preset: textOf(form, 'preset'),
        name: textOf(form, 'name'),
        hostId: textOf(form, 'hostId').trim(),
        redirectLater: true,
        ...(redirectUri && { redirectUris: [redirectUri] }),
        ...((surface === 'api' || surface === 'mcp') && { surface }),
      },
      actor,
    )
    return { values: { clientId, secret: clientSecret, href: clientHref(clientId) } }
  })
}
