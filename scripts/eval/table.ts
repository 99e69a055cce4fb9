import type { Report } from './report'

/** The report for a person at a terminal. */
export function toTables({ rows, operations, comparisons, mistakes }: Report): string {
  return [
    section(
      'How well each surface is chosen from',
      [
        'model',
        'surface',
        'descriptions',
        'right',
        'of',
        '%',
        ...counted,
        'tokens',
        'read',
        'written',
      ],
      rows.map(({ model, surface, variant, cases, accuracy, verdicts, dangerous, tokens }) => [
        ...[model, surface, nameOf({ variant }), verdicts.right, cases, accuracy],
        ...[verdicts['wrong call'], dangerous, verdicts['wrong arguments']],
        ...[verdicts['missing call'], verdicts.failed],
        ...[tokens.document, tokens.input, tokens.output],
      ]),
    ),
    section(
      'By operation, as published',
      ['model', 'surface', 'operation', 'right', 'of', '%', ...counted, 'tokens'],
      operations.map(({ model, surface, operation, cases, accuracy, verdicts, ...more }) => [
        ...[model, surface, operation ?? '(no call)', verdicts.right, cases, accuracy],
        ...[verdicts['wrong call'], more.dangerous, verdicts['wrong arguments']],
        ...[verdicts['missing call'], verdicts.failed, more.tokens],
      ]),
    ),
    section(
      'Other descriptions (tokens, right − taken from others)',
      ['model', 'surface', 'operation', 'published', 'other', 'of', 'so'],
      comparisons.map(({ model, surface, operation, published, other, cases, says }) => [
        ...[model, surface, operation],
        `${published.tokens}, ${published.right} − ${published.taken}`,
        `${other.tokens}, ${other.right} − ${other.taken}`,
        ...[cases, says],
      ]),
    ),
    section(
      'What went wrong',
      ['model', 'prompt', 'what', 'why', 'where'],
      groupBy(mistakes, ({ model, prompt, verdict, why }) => [model, prompt, verdict, why]).map(
        (alike) => [
          ...[alike[0].model, alike[0].prompt],
          alike[0].isDangerous ? `${alike[0].verdict}, DANGEROUS` : alike[0].verdict,
          alike[0].why ?? '',
          groupBy(alike, ({ surface }) => [surface])
            .map((on) => `${on[0].surface} (${on.map(nameOf).join(', ')})`)
            .join(', '),
        ],
      ),
    ),
  ].join('\n')
}

const nameOf = ({ variant }: { variant: string | null }): string => variant ?? 'published'

function groupBy<T>(items: T[], keyOf: (item: T) => unknown[]): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>()
  for (const item of items) {
    const key = JSON.stringify(keyOf(item))
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()]
}

const counted = ['wrong call', 'dangerous', 'wrong arguments', 'missing', 'failed']

function section(title: string, heads: string[], rows: (string | number)[][]): string {
  if (rows.length === 0) return ''
  const lines = [heads, ...rows].map((row) => row.map(String))
  const widths = heads.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  )
  const text = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return `${title}\n\n${text.join('\n')}\n`
}
