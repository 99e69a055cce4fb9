import type { Outcome } from '../call/outcome'
import type { Entry, Transcript } from '../kept/conversation'
import { profiles } from '../profiles'
import type { Step } from '../wire'

/** The conversation as Markdown, for people. What plugins said stands in code blocks: it is data. */
export function toMarkdown({ conversation, entries }: Transcript): string {
  const { name } = profiles[conversation.profile]
  const heading = `# A conversation as ${name}\n\nBegun ${conversation.createdAt.toISOString()}.`
  return `${[heading, ...entries.map(toSection)].join('\n\n')}\n`
}

function toSection(entry: Entry): string {
  switch (entry.kind) {
    case 'message':
      return `## ${entry.by === 'person' ? 'Person' : 'Model'}\n\n${quote(entry.text)}`
    case 'declined':
      return `## Declined: ${code(entry.operation)}\n\n${block(entry.input)}`
    case 'link': {
      const end = entry.failure === null ? 'linked' : entry.failure.means
      return `## Link to ${code(entry.plugin)}: ${end}\n\n${entry.steps.map(toItem).join('\n')}`
    }
    case 'call': {
      const said = entry.confirmed === null ? '' : ` (confirmed ${entry.confirmed})`
      const steps = entry.steps.map(toItem).join('\n')
      return `## Call: ${code(entry.operation)}${said}\n\n${block(entry.input)}\n\n${told(entry.outcome)}\n\n${steps}`
    }
  }
}

const told = (outcome: Outcome): string =>
  outcome.status === 'answered'
    ? `Status ${outcome.httpStatus}:\n\n${block(outcome.data ?? outcome.text)}`
    : outcome.means

function toItem({ title, request, response, failure, checks, milliseconds }: Step): string {
  const end = response === null ? (failure ?? 'in the browser') : response.status
  const line = `- ${escaped(title)}: ${code(`${request.method} ${request.url}`)} → ${end}, ${milliseconds} ms`
  return [line, ...checks.map(({ says, passed }) => `  - ${passed ? '✓' : '✗'} ${says}`)].join('\n')
}

// A line ends at a carriage return, too (CommonMark §2.1).
const quote = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => `> ${escaped(line)}`)
    .join('\n')

/** No tag, picture or link; on one line. */
const escaped = (text: string): string => text.replace(/[\r\n]+/g, ' ').replace(/[<\\[\]]/g, '\\$&')

const code = (text: string): string => `\`${text.replaceAll('`', "'").replace(/[\r\n]+/g, ' ')}\``

/** In a fence longer than any that stands in the text. */
function block(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((fence) => fence.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${typeof value === 'string' ? '' : 'json'}\n${text}\n${fence}`
}
