import { z } from 'zod'
import { env } from '@/lib/env'
import { product } from '@/lib/product'
import { defineSetting, readForChange, readSetting } from '@/lib/settings/setting'

/** Longer than any host takes: what fits where is for the check list to say. */
const text = (most: number) => z.string().trim().min(1).max(most)

/** Empty stands for the site's own page. */
const page = z.literal('').or(z.url({ protocol: /^https?$/ }).max(500))

/** A token that a host gave, or nothing: it is served as it is. */
const token = z.string().regex(/^[\w.~+/=-]{0,300}$/)

export const StoredListing = z.object({
  name: text(100),
  nameForModel: z.string().regex(/^[A-Za-z0-9]{1,50}$/),
  subtitle: text(200),
  tagline: text(200),
  descriptionForHuman: text(1000),
  descriptionForModel: text(8000),
  descriptionForDirectory: text(8000),
  contactEmail: z.email().max(254),
  legalUrl: page,
  privacyUrl: page,
  supportUrl: page,
  /** SHA-256 of the picture that was uploaded; empty stands for the release's. */
  logo: z.literal('').or(z.string().regex(/^[0-9a-f]{64}$/)),
  pluginToken: token,
  appsChallenge: token,
})

export type StoredListing = z.infer<typeof StoredListing>

/** What every surface says of this plugin; each address is absolute. */
export type Listing = Omit<StoredListing, 'logo'> & { logoUrl: string }

export const listingSetting = defineSetting<StoredListing>({
  name: 'listing',
  schema: StoredListing,
  fallback: () => ({
    ...asReleased(),
    pluginToken: env().openaiPluginToken ?? '',
    appsChallenge: env().openaiAppsChallenge ?? '',
  }),
})

function asReleased(): StoredListing {
  const { platform: _, ...names } = product
  const own = { legalUrl: '', privacyUrl: '', supportUrl: '', logo: '' }
  return { ...names, ...own, pluginToken: '', appsChallenge: '' }
}

export const getListing = async (): Promise<Listing> =>
  toListing(await readSetting(listingSetting), env().origin)

/** For what must be said also while no database answers. */
export const getName = (): Promise<string> =>
  readSetting(listingSetting).then(
    ({ name }) => name,
    () => product.name,
  )

/** Its path on this site; null where no operator uploaded one. */
export async function getUploadedLogo(): Promise<string | null> {
  const { logo } = await readSetting(listingSetting)
  return logo ? logoPath(logo) : null
}

export const getListingForChange = () => readForChange(listingSetting)

/** For a site that is not asked, as by a command that packs for it. */
export const releasedListing = (origin: string): Listing => toListing(asReleased(), origin)

export function toListing({ logo, ...stored }: StoredListing, origin: string): Listing {
  return {
    ...stored,
    legalUrl: stored.legalUrl || `${origin}/legal`,
    privacyUrl: stored.privacyUrl || `${origin}/privacy`,
    supportUrl: stored.supportUrl || `${origin}/support`,
    logoUrl: origin + (logo ? logoPath(logo) : '/logo.png'),
  }
}

const logoPath = (hash: string): string => `/logo/${hash}.png`
