export type ManifestFacts = {
  nameForHuman: string
  nameForModel: string
  descriptionForHuman: string
  descriptionForModel: string
  contactEmail: string
  logoUrl: string
  legalUrl: string
  /** What OpenAI gave to prove the domain; empty where it gave none. */
  verificationToken: string
  scope: string
}

/**
 * ChatGPT's plugin manifest v1, within the stricter of its published limits.
 * Its names mislead: `client_url` is the authorization endpoint, `authorization_url` the token's.
 */
export const toManifest = (origin: string, facts: ManifestFacts) => ({
  schema_version: 'v1',
  name_for_human: facts.nameForHuman,
  name_for_model: facts.nameForModel,
  description_for_human: facts.descriptionForHuman,
  description_for_model: facts.descriptionForModel,
  auth: {
    type: 'oauth',
    client_url: `${origin}/oauth/authorize`,
    scope: facts.scope,
    authorization_url: `${origin}/oauth/token`,
    authorization_content_type: 'application/x-www-form-urlencoded',
    verification_tokens: facts.verificationToken ? { openai: facts.verificationToken } : {},
  },
  api: { type: 'openapi', url: `${origin}/openapi.json`, is_user_authenticated: true },
  logo_url: facts.logoUrl,
  contact_email: facts.contactEmail,
  legal_info_url: facts.legalUrl,
})
