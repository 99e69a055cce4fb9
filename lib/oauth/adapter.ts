import type { Adapter } from 'oidc-provider'
import { artifacts, revokeByGrantId, unused, useOnce } from './artifacts'
import { authorizationCodes } from './authorization-code'
import { findClient } from './clients/find-client'
import { saveRegistered } from './clients/registration'
import { findGrant, saveGrant } from './grants'
import { questions } from './questions'
import { refreshTokens } from './refresh-token'
import { readStructuredToken } from './structured-token'

/** Where oidc-provider's models live: in Postgres, one round trip an operation. */
export function createAdapter(model: string): Adapter {
  return models[model] ?? artifacts(model)
}

const models: Record<string, Adapter> = {
  Client: { ...unused, find: findClient, upsert: saveRegistered },
  Grant: { ...unused, find: findGrant, upsert: saveGrant, destroy: revokeByGrantId },
  Interaction: questions,
  AuthorizationCode: authorizationCodes,
  RefreshToken: refreshTokens,
  AccessToken: { ...unused, find: readStructuredToken, revokeByGrantId },
  ReplayDetection: { ...artifacts('ReplayDetection'), upsert: useOnce },
  // The browser's session is the person's sign-in; see session.ts.
  Session: unused,
}
