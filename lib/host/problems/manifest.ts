import type { ProblemText } from '../problems'

export const manifestProblems = {
  unverified: {
    severity: 'warning',
    means: 'Nobody has reviewed this plugin. What it says about itself goes to the model as it is.',
    fix: 'Install it only if you trust who made it.',
    fact: '§1.4',
  },
  manifest_field: {
    severity: 'refused',
    means: 'A field that every manifest has is missing, empty or of another type.',
    fix: 'Add it; `where` says which.',
    fact: '§1.1',
  },
  manifest_version: {
    severity: 'refused',
    means: 'The schema_version is not "v1".',
    fix: 'Set "schema_version": "v1".',
    fact: '§1.1',
  },
  name_too_long: {
    severity: 'refused',
    means: 'A name is longer than 50 characters.',
    fix: 'Shorten it: name_for_human to 20, name_for_model to 50.',
    fact: '§1.1',
  },
  name_long: {
    severity: 'warning',
    means: 'name_for_human is longer than 20 characters, the limit since mid-2023.',
    fix: 'Shorten it to 20.',
    fact: '§1.1',
  },
  name_characters: {
    severity: 'refused',
    means: 'name_for_model has other characters than letters, digits and underscores.',
    fix: 'Use letters and digits only.',
    fact: '§1.1',
  },
  description_for_model_too_long: {
    severity: 'refused',
    means: 'description_for_model is longer than 8000 characters.',
    fix: 'Shorten it: every conversation pays for it.',
    fact: '§1.1',
  },
  description_for_human_long: {
    severity: 'warning',
    means: 'description_for_human is longer than 100 characters, the limit since mid-2023.',
    fix: 'Shorten it to 100.',
    fact: '§1.1',
  },
  logo_gif: {
    severity: 'refused',
    means: 'The logo is a GIF.',
    fix: 'Use a PNG of 512 × 512.',
    fact: '§1.1',
  },
  api_type: {
    severity: 'warning',
    means: 'api.type is missing; 3 of 441 published manifests had none and were taken.',
    fix: 'Set "type": "openapi".',
    fact: '§1.1',
  },
  api_url: {
    severity: 'refused',
    means: 'api.url is no absolute URL.',
    fix: 'Write it out, with https and the host.',
    fact: '§1.1',
  },
  api_domain: {
    severity: 'refused',
    means: 'The OpenAPI document is neither on the manifest’s domain nor on a subdomain of it.',
    fix: 'Serve both from one domain; www. does not count.',
    fact: '§1.4',
  },
  api_http: {
    severity: 'refused',
    means: 'Plain http is for localhost only.',
    fix: 'Use https.',
    fact: '§1.1',
  },
  legal_domain: {
    severity: 'warning',
    means: 'legal_info_url is on another domain than the plugin, which the store did not take.',
    fix: 'Publish the legal page on the plugin’s own domain.',
    fact: '§1.4',
  },
  contact_domain: {
    severity: 'info',
    means: 'contact_email is on another domain than the plugin.',
    fix: 'Use an address on the plugin’s own domain.',
    fact: '§1.4',
  },
  auth_type: {
    severity: 'refused',
    means: 'auth is none of none, service_http, user_http and oauth, or lacks a field of its kind.',
    fix: 'oauth wants client_url (where people authorize), authorization_url (where tokens are fetched), scope and authorization_content_type; the http kinds want authorization_type, bearer or basic.',
    fact: '§1.2',
  },
  auth_content_type: {
    severity: 'refused',
    means:
      'authorization_content_type is neither application/json nor application/x-www-form-urlencoded.',
    fix: 'Use application/json, as most did.',
    fact: '§1.2',
  },
  auth_on_localhost: {
    severity: 'warning',
    means:
      'A plugin on localhost could not use auth in ChatGPT. The playground goes on, so that you can try it.',
    fix: 'Nothing, as long as the deployed plugin is on https.',
    fact: '§1.2',
  },
  auth_user_key: {
    severity: 'warning',
    means: 'user_http, a key that each person pastes, was not allowed in the store.',
    fix: 'Use oauth.',
    fact: '§1.2',
  },
  verification_token: {
    severity: 'warning',
    means: 'The manifest does not carry the verification token that the host has shown.',
    fix: 'Put it at auth.verification_tokens.openai and verify again.',
    fact: '§1.3',
  },
} as const satisfies Record<string, ProblemText>
