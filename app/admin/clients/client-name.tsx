import { clientHref } from './href'

type ClientNameProps = { id: string; name: string; hasPage: boolean }

/** Leads to its page where it has one: a client may be gone, or never have been let in. */
export const ClientName = ({ id, name, hasPage }: ClientNameProps) =>
  hasPage ? (
    <a href={clientHref(id)} className="link font-medium">
      <bdi>{name}</bdi>
    </a>
  ) : (
    <bdi className="font-medium">{name}</bdi>
  )
