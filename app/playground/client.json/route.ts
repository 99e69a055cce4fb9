import { env } from '@/lib/env'
import { toClientDocument } from '@/lib/host/registration'

/** Who the playground is, for servers that take a document in place of a registration. */
export const GET = (): Response => Response.json(toClientDocument(env().origin))
