import type { ProblemText } from '../problems'

/** Of a manifest for Copilot, whose host publishes no words of its own for them. */
export const copilotProblems = {
  agent_version: {
    severity: 'refused',
    means: 'The schema_version is none of "v2.1" to "v2.4".',
    fix: 'Set "schema_version": "v2.4".',
    fact: '§5.1',
  },
  agent_field: {
    severity: 'refused',
    means: 'A field is missing, empty, or not of the form that the manifest’s schema has for it.',
    fix: 'Mend it; `where` says which.',
    fact: '§5.1',
  },
  agent_unknown: {
    severity: 'refused',
    means: 'A member that the schema does not know makes the whole manifest invalid.',
    fix: 'Take it out.',
    fact: '§5.1',
  },
  agent_text_too_long: {
    severity: 'refused',
    means: 'A text is longer than 4 K, the limit for every one of them.',
    fix: 'Shorten it.',
    fact: '§5.1',
  },
  agent_text_cut: {
    severity: 'warning',
    means: 'A text is longer than what the host uses of it, and may be cut.',
    fix: 'Shorten it: name_for_human to 20, description_for_human to 100, description_for_model to 2048.',
    fact: '§5.1',
  },
  agent_runtime: {
    severity: 'refused',
    means: 'No runtime is of the type OpenApi, so there is nothing that this host can call.',
    fix: 'Add one, or install the MCP server by its URL as another host.',
    fact: '§5.1',
  },
  agent_runtime_other: {
    severity: 'warning',
    means: 'Only runtimes of the type OpenApi are played here; this one is left out.',
    fix: 'Install an MCP server by its URL as another host.',
    fact: '§5.1',
  },
  agent_documents: {
    severity: 'warning',
    means: 'The runtimes name several OpenAPI documents. The first is played here.',
    fix: 'Install the other by a manifest of its own.',
    fact: null,
  },
  agent_function_unknown: {
    severity: 'warning',
    means: 'No operation of the OpenAPI document has the function’s name as its operationId.',
    fix: 'Give both the same name.',
    fact: '§5.1',
  },
  agent_function_idle: {
    severity: 'warning',
    means: 'No runtime runs this function, so it is never called.',
    fix: 'Name it in a runtime’s run_for_functions.',
    fact: '§5.1',
  },
  agent_parameter: {
    severity: 'warning',
    means: 'The function has a parameter that the operation does not know; it is never sent.',
    fix: 'Name it as the OpenAPI document does.',
    fact: '§5.1',
  },
  agent_reference: {
    severity: 'info',
    means: 'The reference_id is a placeholder: the toolkit fills it in when it packs the plugin.',
    fix: 'Nothing, until it is published. Here the OpenAPI document’s own scheme stands for it.',
    fact: '§5.2',
  },
  agent_auth: {
    severity: 'warning',
    means:
      'The runtime wants a sign-in that the OpenAPI document’s securitySchemes do not describe.',
    fix: 'Describe it there, which the toolkit reads, or type its endpoints with the client.',
    fact: '§5.2',
  },
} as const satisfies Record<string, ProblemText>
