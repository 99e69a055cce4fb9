import { settings } from './settings'

export function SettingsList() {
  return (
    <ul className="card mt-6 divide-y divide-line">
      {settings.map(({ name, href, about }) => (
        <li
          key={href}
          className="relative flex items-center gap-4 px-6 py-4 hover:bg-sunken first:rounded-t-2xl last:rounded-b-2xl"
        >
          <div className="min-w-0 flex-1">
            {/* The whole row leads there; its name is the link. */}
            <a href={href} className="font-semibold after:absolute after:inset-0">
              {name}
            </a>
            <p className="text-sm text-soft">{about}</p>
          </div>
          <span aria-hidden="true" className="text-soft">
            ›
          </span>
        </li>
      ))}
    </ul>
  )
}
