import { z } from 'zod'

/** Inputs that several operations share. The service checks what they mean together. */
export const checkIn = z.string().meta({ format: 'date', description: 'Arrival, YYYY-MM-DD' })
export const checkOut = z.string().meta({ format: 'date', description: 'Departure, YYYY-MM-DD' })
export const guests = z.int().min(1).max(12).describe('How many people')
export const cursor = z.string().max(500).describe('nextCursor of the page before')
export const stay = z.string().max(120).describe('slug from a search result')
export const reservationId = z.string().max(120).describe('id of the reservation')
