import { toFetchProblem } from './install/fetching'
import { installMcpServer } from './install/mcp-server'
import { installOpenApi } from './install/openapi'
import { installPlugin } from './install/plugin'
import type { Installation } from './installation'
import type { Report } from './problems'
import { createReport, type Problem, Refusal } from './problems'
import type { Profile } from './profiles/profile'
import type { Wire } from './wire'

export type Installed = { installation: Installation | null; problems: Problem[] }

/** What an act of a host needs: whom it plays, how it sends, and where it writes what was wrong. */
export type Acting = { profile: Profile; wire: Wire; report: Report }

/**
 * Installs what stands at `address` (a domain, or a URL of at most 2048 characters) as the host of the
 * profile would. Without an `installation` at least one problem is `refused`. Never throws for what the
 * other side does; what it said is bounded in size (1 MB), time (the host's) and number (300 operations).
 * `token` is for an MCP server that lists its tools only to a linked person.
 */
export async function install(
  address: string,
  { profile, wire, token }: { profile: Profile; wire: Wire; token?: string },
): Promise<Installed> {
  const report = createReport()
  const acting = { profile, wire, report }
  try {
    const installation = await installers[profile.surface](address.trim(), acting, token)
    return { installation, problems: report.problems }
  } catch (error) {
    if (!(error instanceof Refusal)) {
      toFetchProblem(error, address, report)
    }
    return { installation: null, problems: report.problems }
  }
}

const installers = { plugin: installPlugin, openapi: installOpenApi, mcp: installMcpServer }
