import { PasskeyButton } from '@/app/(account)/passkey-button'
import { TextField } from '@/app/ui/text-field'
import { getTranslator } from '@/lib/session/locale'

export async function AddPasskey() {
  const t = await getTranslator('security')
  return (
    <div className="card mt-6 border-dashed p-6">
      <div className="space-y-4 [@media(scripting:none)]:hidden">
        <TextField
          name="passkey-name"
          label={t('passkeys.name')}
          hint={t('passkeys.nameHint')}
          maxLength={60}
          autoComplete="off"
        />
        <PasskeyButton
          act="add"
          text={t('passkeys.add')}
          problem={t('passkeys.notAdded')}
          nameField="passkey-name"
          className="button"
        />
      </div>
      <p className="hidden text-soft [@media(scripting:none)]:block">{t('passkeys.noScript')}</p>
    </div>
  )
}
