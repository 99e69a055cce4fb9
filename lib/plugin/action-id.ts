import { randomBytes } from 'node:crypto'

/** 128 random bits: also the address of the page where a person decides. */
export const newActionId = (): string => randomBytes(16).toString('base64url')
