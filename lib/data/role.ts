export type { Role } from './generated/enums'
