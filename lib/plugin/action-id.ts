import { randomUUID } from 'node:crypto'

/**
 * 122 random bits, also the address of the page where a person decides. Each call needs one, and Node
 * draws UUIDs from a supply, where bytes are asked for one by one.
 */
export const newActionId = (): string =>
  Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url')
