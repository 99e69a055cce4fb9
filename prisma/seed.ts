import { seedStays } from '@/lib/stays/seed'

/** What a new installation starts with. May run again: the second time changes nothing. */
export async function seed(): Promise<void> {
  await seedStays()
}
