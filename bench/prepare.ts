import { deployMigrations } from '../scripts/database/migrations'

/** The schema and the stays, as a new installation has them. */
export async function prepareDatabase(): Promise<void> {
  await deployMigrations(String(process.env.DATABASE_URL))
  const { seed } = await import('@/prisma/seed')
  await seed()
}
