import { type ReviewHost, reviewHosts } from '@/lib/listing/hosts'

const packages: Record<ReviewHost, [file: string, title: string][]> = {
  chatgpt: [['notes-chatgpt.txt', 'Review notes']],
  'gpt-action': [
    ['openapi.json', 'OpenAPI document for the GPT'],
    ['notes-gpt-action.txt', 'Review notes'],
  ],
  claude: [
    ['claude.zip', 'Plugin for Claude'],
    ['notes-claude.txt', 'Review notes'],
  ],
  m365: [
    ['copilot.zip', 'App package with the OpenAPI document'],
    ['copilot-mcp.zip', 'App package over MCP'],
    ['notes-m365.txt', 'Review notes'],
  ],
  'plugin-2023': [
    ['ai-plugin.json', 'Manifest'],
    ['notes-plugin-2023.txt', 'Review notes'],
  ],
}

export const Packages = ({ host }: { host: ReviewHost }) => (
  <section aria-labelledby="packages" className="card p-6">
    <h2 id="packages" className="text-xl">
      For {reviewHosts[host]}
    </h2>
    <ul className="mt-3 space-y-2">
      {packages[host].map(([file, title]) => (
        <li key={file}>
          <a href={`/admin/listing/export/${file}`} download className="link">
            {title}
          </a>{' '}
          <span className="text-soft text-sm">{file}</span>
        </li>
      ))}
    </ul>
  </section>
)
