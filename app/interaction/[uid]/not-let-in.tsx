import { RequestAccess } from '@/app/(account)/account/request-access'
import { Panel } from '@/app/ui/panel'
import { getName } from '@/lib/listing/listing'
import type { ConsentRequest } from '@/lib/oauth/interaction'
import { getTranslator } from '@/lib/session/locale'
import { words } from './words'

type NotLetInProps = { request: ConsentRequest; accountId: string }

/** In the place of the question: it is not this person's to answer yet. */
export async function NotLetIn({ request, accountId }: NotLetInProps) {
  const t = await getTranslator('release')
  const { uid, proof, clientName: name } = request
  return (
    <Panel title={t('title', { product: await getName() })} lead={t('lead')} isStep>
      <RequestAccess accountId={accountId} />
      <form
        method="post"
        action={`/interaction/${uid}/decision`}
        className="border-line border-t pt-5"
      >
        <input type="hidden" name="proof" value={proof} />
        <button type="submit" name="decision" value="deny" className="button button-quiet w-full">
          <span className="[overflow-wrap:anywhere]">{t.rich('back', { ...words, name })}</span>
        </button>
        <p className="mt-2 text-soft text-sm">{t('backNote')}</p>
      </form>
    </Panel>
  )
}
