import { getActor, requireStaffHere } from '@/app/admin/staff'
import { isFromThisSite, seeOther } from '@/app/same-site'
import { getListingForChange, listingSetting } from '@/lib/listing/listing'
import { keepLogo } from '@/lib/listing/logo'
import { LogoError, type LogoFault, mostLogoBytes } from '@/lib/listing/picture'
import { changeSetting } from '@/lib/settings/setting'

const notFound = () => new Response('Not found', { status: 404 })

export const GET = notFound

/** What surrounds the picture in a form. */
const mostBytes = mostLogoBytes + 10_000

export async function POST(request: Request): Promise<Response> {
  const person = await requireStaffHere()
  if (person instanceof Response) return person
  if (!isFromThisSite(request)) return notFound()
  const actor = await getActor()
  if (!actor) return back('role')
  try {
    const { value, version } = await getListingForChange()
    const logo = await keepLogo(await readPicture(request), actor)
    const change = { value: { ...value, logo }, version, by: actor }
    if (!(await changeSetting(listingSetting, change))) {
      return back('meanwhile')
    }
    return seeOther('/admin/listing?saved=1')
  } catch (error) {
    if (error instanceof LogoError) return back(error.fault)
    throw error
  }
}

const back = (why: LogoFault | 'role' | 'meanwhile') => seeOther(`/admin/listing?logo=${why}#logo`)

/** Reads no more than a logo may have, whatever is sent. */
async function readPicture(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > mostBytes) throw new LogoError('large')
    chunks.push(chunk)
  }
  const type = request.headers.get('content-type') ?? ''
  const file = await new Response(Buffer.concat(chunks), { headers: { 'content-type': type } })
    .formData()
    .then((form) => form.get('file'))
    .catch(() => null)
  if (file instanceof File && file.size > 0) return Buffer.from(await file.arrayBuffer())
  throw new LogoError('missing')
}
