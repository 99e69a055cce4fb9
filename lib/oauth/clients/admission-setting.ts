import { z } from 'zod'
import { env } from '@/lib/env'
import { defineSetting, readSetting } from '@/lib/settings/setting'

const modes = ['open', 'report', 'listed'] as const

/**
 * Which clients that no operator registered may begin to connect, by the way they are known:
 * `listed` only those on the list, `report` all, and the others are written down. Where dynamic
 * registration (RFC 7591) is `off`, the metadata does not name it either.
 */
export const admissionSetting = defineSetting({
  name: 'admission',
  schema: z.object({ documents: z.enum(modes), dynamic: z.enum(['off', ...modes]) }),
  fallback: () => {
    const { clientAdmission, dynamicRegistration } = env()
    return { documents: clientAdmission, dynamic: dynamicRegistration ? clientAdmission : 'off' }
  },
})

export type Admission = z.infer<typeof admissionSetting.schema>

export const canRegister = async (): Promise<boolean> =>
  (await readSetting(admissionSetting)).dynamic !== 'off'
