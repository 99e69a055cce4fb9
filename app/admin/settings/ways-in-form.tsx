import { Choices } from '@/app/ui/choices'
import { env } from '@/lib/env'
import { canMail } from '@/lib/mail/mode'
import { readForChange } from '@/lib/settings/setting'
import { waysIn } from '@/lib/settings/ways-in'
import { submitWaysIn } from './actions'
import { SettingForm } from './setting-form'

export async function WaysInForm() {
  const { value, version } = await readForChange(waysIn)
  const providers = env().providers.map(({ id, name }) => ({ value: id, text: name }))
  const ways = [
    ...(canMail() ? [{ value: 'mailedLink', text: 'A link by mail' }] : []),
    ...providers,
  ]
  const used = providers.filter(({ value: id }) => !value.providersOff.includes(id))
  return (
    <SettingForm
      id="ways-in"
      title="Signing in"
      lead="A password and passkeys always work. Google, GitHub and other providers appear here once their settings are in the environment."
      act={submitWaysIn}
      version={version}
    >
      <Choices
        type="radio"
        name="signUp"
        legend="New accounts"
        options={[
          { value: 'open', text: 'Anybody can make one' },
          { value: 'closed', text: 'None are made; who has one signs in' },
        ]}
        chosen={[value.signUp]}
      />
      {providers.map(({ value: id }) => (
        <input key={id} type="hidden" name="known" value={id} />
      ))}
      {ways.length > 0 && (
        <Choices
          type="checkbox"
          name="ways"
          legend="Other ways in"
          options={ways}
          chosen={[...(value.mailedLink ? ['mailedLink'] : []), ...used.map(({ value: id }) => id)]}
        />
      )}
    </SettingForm>
  )
}
