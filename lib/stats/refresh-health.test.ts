import { describe, expect, it } from 'vitest'
import { toHealth } from './refresh-health'

const row = (
  outcome: 'ok' | 'repeated' | 'replayed' | 'refused' | 'failed',
  all: number,
  fast = 0,
) => ({
  ...{ outcome, all, fast, slow: fast },
})

describe('the health of refreshes', () => {
  it('counts what was lost against what may be, and not what had ended before', () => {
    const health = toHealth([
      row('ok', 9_980),
      row('repeated', 15),
      row('failed', 5),
      row('refused', 900),
    ])
    expect(health.kept).toBeCloseTo(0.9995)
    expect(health.spent).toBeCloseTo(0.5)
    expect(health.isBurning).toBe(false)
  })

  it('burns when too much is lost in an hour, but not for a single one', () => {
    expect(toHealth([row('ok', 1000, 100), row('replayed', 3, 3)]).isBurning).toBe(true)
    expect(toHealth([row('ok', 1000, 20), row('failed', 1, 1)]).isBurning).toBe(false)
    expect(toHealth([row('ok', 1000, 1000), row('failed', 3, 3)]).isBurning).toBe(false)
  })

  it('says nothing where there was nothing', () => {
    expect(toHealth([])).toMatchObject({ kept: null, spent: 0, isBurning: false })
  })
})
