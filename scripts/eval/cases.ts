import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Installation } from '@/lib/host/installation'
import type { JsonObject } from '@/lib/host/json'
import { isoDay } from './days'

const Input = z.record(z.string(), z.unknown())
const Said = z.object({ prompt: z.string().min(1), input: Input })

/** What `evals/prompts.json` holds: docs/evals.md tells each member. */
export const Prompts = z.object({
  today: z.string().regex(isoDay),
  rules: z.object({ places: z.array(z.string()), defaults: Input }),
  operations: z.record(
    z.string(),
    z.object({
      before: z.object({ asked: z.string(), answered: z.string() }).optional(),
      samples: Input.default({}),
      paraphrases: z.array(Said),
    }),
  ),
  negatives: z.array(z.object({ prompt: z.string().min(1), why: z.string() })),
})

export type Prompts = z.infer<typeof Prompts>

/** One thing that a person says, and the one call that is right then; null for none. */
export type Case = {
  prompt: string
  from: 'example' | 'paraphrase' | 'negative'
  /** What was said in the conversation before. */
  before: { asked: string; answered: string } | null
  expected: { operation: string; input: Record<string, unknown> } | null
}

export const readPrompts = async (file: string): Promise<Prompts> =>
  Prompts.parse(JSON.parse(await readFile(file, 'utf8')))

/** The examples that the plugin publishes anywhere, what else people say, and what nothing is for. */
export function toCases(prompts: Prompts, installations: Installation[]): Case[] {
  const published = installations.flatMap(({ operations }) =>
    operations.flatMap(({ name, examples }) => {
      const samples = prompts.operations[name]?.samples
      return examples.map(
        ({ prompt, input }): Case => ({
          ...{ prompt, from: 'example', before: prompts.operations[name]?.before ?? null },
          expected: { operation: name, input: withSamples(input, samples) },
        }),
      )
    }),
  )
  const paraphrases = Object.entries(prompts.operations).flatMap(
    ([operation, { before = null, paraphrases }]) =>
      paraphrases.map(
        ({ prompt, input }): Case => ({
          ...{ prompt, from: 'paraphrase', before, expected: { operation, input } },
        }),
      ),
  )
  const negatives = prompts.negatives.map(
    ({ prompt }): Case => ({ prompt, from: 'negative', before: null, expected: null }),
  )
  // Surfaces publish the same examples, though not each of them all.
  const byPrompt = new Map(published.map((one) => [one.prompt, one]))
  return [...byPrompt.values(), ...paraphrases, ...negatives]
}

/** In the fields that the example has: what it says there is a placeholder, or moves with the day. */
const withSamples = (input: JsonObject, samples: JsonObject = {}): JsonObject =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, name in samples ? samples[name] : value]),
  )
