import { z } from 'zod'

const text = z.string().trim().min(1).optional().catch(undefined)

export const modelVariables = {
  MODEL: text,
  MODEL_BASE_URL: z
    .literal('')
    .or(z.url({ protocol: /^https?$/ }))
    .optional(),
  MODEL_API_KEY: text,
  ANTHROPIC_API_KEY: text,
}

/** The model that talks in the playground. */
export type ModelSettings = { name: string; apiKey: string | null } & (
  | { speaks: 'openai'; baseUrl: string }
  | { speaks: 'anthropic' }
)

const ollama = 'http://localhost:11434/v1'

/** Null where no model is set; a MODEL alone is one of a local Ollama. */
export function readModel(
  values: Partial<Record<keyof typeof modelVariables, string>>,
): ModelSettings | null {
  const { MODEL: name, MODEL_BASE_URL: baseUrl, ANTHROPIC_API_KEY: anthropicKey } = values
  if (anthropicKey && !baseUrl) {
    return { speaks: 'anthropic', name: name ?? 'claude-sonnet-4-5', apiKey: anthropicKey }
  }
  const apiKey = values.MODEL_API_KEY ?? null
  return name ? { speaks: 'openai', name, apiKey, baseUrl: baseUrl || ollama } : null
}
