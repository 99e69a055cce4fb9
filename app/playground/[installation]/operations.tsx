import { Badge } from '@/app/admin/ui/badge'
import type { Installation } from '@/lib/host/installation'
import { CodeBlock, toPretty } from '../ui/code-block'
import { Section } from '../ui/section'

export const Operations = ({ installation: { operations } }: { installation: Installation }) => (
  <Section id="operations" title={`Operations (${operations.length})`}>
    <ul className="space-y-3">
      {operations.map(({ name, method, path, title, description, isOpen, inputSchema, hints }) => (
        <li key={name}>
          <details className="rounded-lg border border-line px-3 py-2">
            <summary className="cursor-pointer [overflow-wrap:anywhere]">
              <code className="font-medium font-mono text-sm">{name}</code>{' '}
              {method && (
                <Badge>
                  {method} {path}
                </Badge>
              )}{' '}
              {hints?.readOnly && <Badge>reads only</Badge>}{' '}
              {isOpen && <Badge>open to anybody</Badge>}
            </summary>
            <p className="mt-2">{description || title}</p>
            <CodeBlock label={`Input of ${name}`} text={toPretty(inputSchema)} />
          </details>
        </li>
      ))}
    </ul>
  </Section>
)
