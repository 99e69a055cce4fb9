import { mayPlay } from '@/app/playground/player'
import { LanguageSwitch } from '@/app/ui/language-switch'
import { getListing } from '@/lib/listing/listing'
import { product } from '@/lib/product'
import { getTranslator } from '@/lib/session/locale'
import { getPerson } from '@/lib/session/person'

export async function SiteFooter() {
  const t = await getTranslator('frame')
  const { name } = await getListing()
  const links = [
    { href: '/connect', text: t('connect') },
    { href: '/legal', text: t('footer.legal') },
    { href: '/privacy', text: t('footer.privacy') },
    { href: '/support', text: t('footer.support') },
    { href: '/docs', text: t('footer.docs') },
    // On a narrow screen the header has no room for it.
    ...((await mayPlay(await getPerson())) ? [{ href: '/playground', text: t('playground') }] : []),
  ]
  return (
    <footer className="mt-20 border-line border-t">
      <div className="frame mx-auto flex flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-8 text-soft text-sm sm:px-6">
        <p>{t('footer.about', { product: name, platform: product.platform })}</p>
        <nav aria-label={t('footer.label')}>
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {links.map(({ href, text }) => (
              <li key={href}>
                <a href={href} className="hover:text-ink hover:underline">
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <LanguageSwitch />
      </div>
    </footer>
  )
}
