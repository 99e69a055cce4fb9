import type { Card } from '../card'
import type { Operation } from '../catalog'
import { type JsonSchema, jsonSchemaOf } from '../fields'

/**
 * How a result is shown: where the rows lie (RFC 9535 JSONPath), which fields are its citation, and
 * an Adaptive Card 1.5 of a row. In one column without actions: the host supports no OpenUrl here.
 */
export function toResponseSemantics(operation: Operation, card: Card) {
  const { list, title, subtitle, url, image } = card
  return {
    data_path: list ? `$.${list}` : '$',
    properties: {
      title: `$.${title}`,
      ...(subtitle && { subtitle: `$.${subtitle}` }),
      ...(url && { url: `$.${url}` }),
      ...(image && { thumbnail_url: `$.${image}` }),
    },
    static_template: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.5',
      body: [
        {
          type: 'Container',
          $data: bind('$root'),
          // An empty list is rendered too: nothing instead of an empty card.
          $when: bind(`${title} != null`),
          items: toItems(card, alwaysThere(operation, list)),
        },
      ],
    },
  }
}

function toItems({ title, subtitle, url, image, facts }: Card, always: Set<string>) {
  const unless = (field: string) => (always.has(field) ? {} : { $when: bind(`${field} != null`) })
  const items: JsonSchema[] = []
  if (image) {
    items.push({ type: 'Image', url: bind(image), altText: bind(title), ...unless(image) })
  }
  items.push({ type: 'TextBlock', text: bind(title), weight: 'Bolder', size: 'Medium', wrap: true })
  if (subtitle) {
    const look = { isSubtle: true, spacing: 'None', wrap: true }
    items.push({ type: 'TextBlock', text: bind(subtitle), ...look, ...unless(subtitle) })
  }
  if (facts) {
    const rows = Object.entries(facts).map(([label, fact]) =>
      typeof fact === 'string'
        ? { title: label, value: bind(fact), ...unless(fact) }
        : { title: label, value: money(fact), ...unless(fact.cents) },
    )
    items.push({ type: 'FactSet', facts: rows })
  }
  if (url) items.push({ type: 'TextBlock', text: `[Open](${bind(url)})`, ...unless(url) })
  return items
}

/** The fields of a row that are never left out. */
function alwaysThere(operation: Operation, list: string | undefined): Set<string> {
  const answer = jsonSchemaOf(operation.output, 'output')
  const { [list ?? '']: rows } = answer.properties as Record<string, { items?: JsonSchema }>
  const row = list ? rows?.items : answer
  return new Set((row?.required ?? []) as string[])
}

const bind = (expression: string): string => `\${${expression}}`

// div() of two whole numbers drops the cents.
const money = ({ cents, currency }: { cents: string; currency: string }): string =>
  `${bind(`formatNumber(mul(${cents}, 0.01), 2)`)} ${bind(currency)}`
