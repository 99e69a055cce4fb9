import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { disconnect } from '@/lib/data/db'
import {
  getListingForChange,
  type Listing,
  releasedListing,
  toListing,
} from '@/lib/listing/listing'
import { findLogo } from '@/lib/listing/logo'
import { openDatabase } from '../database/open'

/** `whose` goes on after "with". */
type Texts = { listing: Listing; logo: Uint8Array | null; whose: string }

/** What operators set, where there is a database to ask; else what the release says. */
export async function readTexts(origin: string): Promise<Texts> {
  if (!isDatabaseHere())
    return { ...released(origin), whose: 'the release’s texts: no database is here' }
  const database = await openDatabase({ what: 'npm run package', lasting: false })
  try {
    return await readStored(origin)
  } finally {
    await disconnect()
    await database.close()
  }
}

const released = (origin: string) => ({ listing: releasedListing(origin), logo: null })

// One that is not here yet is not made for this.
const isDatabaseHere = (): boolean =>
  Boolean(process.env.DATABASE_URL) || existsSync(join(process.env.DATA_DIR || '.data', 'postgres'))

async function readStored(origin: string): Promise<Texts> {
  const { value, version } = await getListingForChange()
  if (version === 0) return { ...released(origin), whose: 'the release’s texts: nobody set others' }
  const logo = value.logo ? await findLogo(value.logo) : null
  return { listing: toListing(value, origin), logo, whose: 'the texts that operators set' }
}
