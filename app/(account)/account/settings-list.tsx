import { getTranslator } from '@/lib/session/locale'
import { settings } from './settings'

export async function SettingsList() {
  const t = await getTranslator('account')
  return (
    <ul className="card mt-6 divide-y divide-line">
      {settings.map((name) => (
        <li
          key={name}
          className="relative flex items-center gap-4 px-6 py-4 hover:bg-sunken first:rounded-t-2xl last:rounded-b-2xl"
        >
          <div className="min-w-0 flex-1">
            {/* The whole row leads there; its name is the link. */}
            <a href={`/account/${name}`} className="font-semibold after:absolute after:inset-0">
              {t(`list.${name}.name`)}
            </a>
            <p className="text-sm text-soft">{t(`list.${name}.about`)}</p>
          </div>
          <span aria-hidden="true" className="text-soft rtl:-scale-x-100">
            ›
          </span>
        </li>
      ))}
    </ul>
  )
}
