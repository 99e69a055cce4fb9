import { nextAuthHandler } from '@/lib/session/next-auth'

export { nextAuthHandler as GET, nextAuthHandler as POST }
