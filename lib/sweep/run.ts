import { log } from '@/lib/log'
import { writeDown } from './last'
import { takeLease } from './lease'
import { rooms as allRooms, type Room } from './rooms'

/** Milliseconds of one sweep; what is left then is for the next. */
const longest = 20_000

/** Seconds. A turn that has begun may still take a while. */
const heldFor = 120
/** Whoever comes right after has nothing to do. */
const quietFor = 60

export type SweptRoom = {
  room: string
  ms: number
  rows: number
  more: boolean
  error: string | null
}

/** Removes what is kept no longer, once for all processes: null where another is at it or just was. */
export async function sweep(
  rooms: Record<string, Room> = allRooms,
  within = longest,
): Promise<SweptRoom[] | null> {
  const lease = await takeLease('sweep', heldFor)
  if (!lease) return null
  const ends = performance.now() + within
  const swept = Object.keys(rooms).map(
    (room): SweptRoom => ({ room, ms: 0, rows: 0, more: true, error: null }),
  )
  try {
    // A turn for each before another for any: a room with much to do keeps nobody from theirs.
    while (swept.some(({ more }) => more) && performance.now() < ends) {
      for (const room of swept)
        if (room.more && performance.now() < ends) await takeTurn(room, rooms)
    }
    await writeDown(swept)
  } finally {
    await lease.giveBack(quietFor)
  }
  return swept
}

async function takeTurn(swept: SweptRoom, rooms: Record<string, Room>): Promise<void> {
  const start = performance.now()
  try {
    const turn = await rooms[swept.room]?.()
    swept.rows += turn?.rows ?? 0
    swept.more = turn?.isMore ?? false
  } catch (error) {
    log.error('room not swept', error, { room: swept.room })
    swept.error = error instanceof Error ? error.name : 'Error'
    swept.more = false
  }
  swept.ms += Math.round(performance.now() - start)
}
