import { expect, it } from 'vitest'
import { toSeedRows } from './rows'

const { cities, stays, rooms } = toSeedRows()

it('a newcomer finds hundreds of stays all over the world', () => {
  expect(stays.length).toBeGreaterThanOrEqual(320)
  expect(cities.length).toBeGreaterThanOrEqual(30)
  expect(new Set(cities.map((city) => city.countryCode)).size).toBeGreaterThanOrEqual(15)
  expect(stays.filter((stay) => stay.cityId === 'paris').length).toBeGreaterThanOrEqual(15)
  const states = cities.filter((city) => city.countryCode === 'US').map((city) => city.subdivision)
  expect(new Set(states).size).toBeGreaterThanOrEqual(5)
})

it('everyone gets the same stays', () => {
  expect(toSeedRows()).toEqual({ cities, stays, rooms })
})

it('each stay has a name, a slug and a text of its own', () => {
  for (const field of ['id', 'slug'] as const) {
    expect(new Set(stays.map((stay) => stay[field])).size).toBe(stays.length)
  }
  expect(new Set(stays.map((stay) => stay.description)).size).toBeGreaterThan(stays.length * 0.95)
  for (const stay of stays) {
    expect(stay.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(stay.description).toMatch(/^\p{Lu}[^{}]+\.$/u)
    expect(stay.description.length).toBeLessThan(320)
  }
})

it('each stay stands in its city, and its numbers are plausible', () => {
  const cityOf = new Map(cities.map((city) => [city.id, city]))
  for (const stay of stays) {
    const city = cityOf.get(stay.cityId)
    expect(Math.abs(stay.latitude - (city?.latitude ?? 99))).toBeLessThan(0.2)
    expect(Math.abs(stay.longitude - (city?.longitude ?? 999))).toBeLessThan(0.2)
    expect(stay.rating).toBeGreaterThanOrEqual(35)
    expect(stay.rating).toBeLessThanOrEqual(50)
    expect(stay.monthPercent).toHaveLength(12)
    expect(stay.weekdayPercent).toHaveLength(7)
  }
})

it('each stay has two to four rooms at prices in whole euros', () => {
  for (const { id } of stays) {
    const own = rooms.filter((room) => room.stayId === id)
    expect(own.length).toBeGreaterThanOrEqual(2)
    expect(own.length).toBeLessThanOrEqual(4)
  }
  expect(rooms.every((room) => room.basePrice >= 1200 && room.basePrice % 100 === 0)).toBe(true)
})
