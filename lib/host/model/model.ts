import { createAnthropic } from '@ai-sdk/anthropic'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import type { LanguageModel } from 'ai'
import { env } from '@/lib/env'

/** The model of the environment, or null; where it is, an operator says and no visitor. */
export function getModel(): LanguageModel | null {
  const settings = env().model
  if (settings === null) return null
  const apiKey = settings.apiKey ?? undefined
  if (settings.speaks === 'anthropic') return createAnthropic({ apiKey })(settings.name)
  const { baseUrl: baseURL, name } = settings
  return createOpenAICompatible({ name: 'model', baseURL, apiKey })(name)
}
