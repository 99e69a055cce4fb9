import { getTranslator } from '@/lib/session/locale'
import { QrCode } from './qr-code'

export async function Secret({ uri, secret }: { uri: string; secret: string }) {
  const t = await getTranslator('security')
  return (
    <>
      <p>{t('authenticator.scan')}</p>
      <QrCode text={uri} label={t('authenticator.qrCode')} />
      <p className="text-soft text-sm">
        {t.rich('authenticator.noCamera', {
          link: (text) => (
            <a href={uri} className="link">
              {text}
            </a>
          ),
        })}
      </p>
      <p dir="ltr" className="code block p-3 text-center" data-testid="secret">
        {secret.match(/.{1,4}/g)?.join(' ')}
      </p>
    </>
  )
}
