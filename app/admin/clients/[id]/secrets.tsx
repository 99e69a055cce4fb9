import { Act } from '@/app/admin/ui/act'
import { Badge } from '@/app/admin/ui/badge'
import { Moment } from '@/app/admin/ui/moment'
import { Section } from '@/app/admin/ui/section'
import { Select } from '@/app/admin/ui/select'
import { ActionForm } from '@/app/ui/action-form'
import { AnswerErrors } from '@/app/ui/answer-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import { type ClientSecret, listSecrets } from '@/lib/oauth/clients/secrets'
import { MadeSecret } from '../made-secret'
import { type AboutClient, fieldsOf } from './about'
import { submitEndSecret, submitSecret } from './actions'
import { overlaps } from './overlaps'

export async function Secrets({ client, mayChange }: AboutClient) {
  const secrets = await listSecrets(client.id)
  const { id, version } = fieldsOf(client)
  return (
    <Section
      title="Secrets"
      lead="To replace a secret, make a new one, give it to the host, and let the old one end once the host uses the new."
    >
      <ul className="space-y-3">
        {secrets.map((secret) => (
          <li key={secret.id} className="flex flex-wrap items-center justify-between gap-3">
            <SecretFacts secret={secret} />
            {mayChange && secret.expiresAt && (
              <Act act={submitEndSecret} fields={{ id, secret: secret.id }} isDangerous>
                End it now<span className="sr-only"> …{secret.hint}</span>
              </Act>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <ActionForm act={submitSecret} className="max-w-xl space-y-4">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={version} />
          <MadeSecret />
          <AnswerErrors title="Please correct this:" />
          <Select
            name="hours"
            label="The old ones work for"
            options={overlaps}
            chosen={overlaps[1]?.[0]}
          />
          <SubmitButton className="button button-quiet button-small">
            Make a new secret
          </SubmitButton>
        </ActionForm>
      )}
    </Section>
  )
}

const SecretFacts = ({ secret }: { secret: ClientSecret }) => (
  <p className="min-w-0 flex-1 basis-60 text-sm">
    <code className="code">…{secret.hint || 'unknown'}</code>{' '}
    {secret.expiresAt ? (
      <Badge tone="warn">
        Ends <Moment at={secret.expiresAt} />
      </Badge>
    ) : (
      <Badge tone="good">Current</Badge>
    )}
    <span className="block text-soft">
      Made <Moment at={secret.createdAt} />,{' '}
      {secret.lastUsedAt ? (
        <>
          last used <Moment at={secret.lastUsedAt} />
        </>
      ) : (
        'not used yet'
      )}
    </span>
  </p>
)
