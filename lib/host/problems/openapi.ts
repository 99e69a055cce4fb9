import type { ProblemText } from '../problems'

export const openApiProblems = {
  openapi_version: {
    severity: 'refused',
    means: 'The host does not read this version of OpenAPI.',
    fix: 'GPT Actions take 3.1.0 and 3.1.1, plugins and Copilot 3.0 and 3.1.',
    fact: '§2.2',
  },
  components_schemas: {
    severity: 'refused',
    means: 'components.schemas is not there, or no object.',
    fix: 'Add it, empty if need be: "components": { "schemas": {} }.',
    fact: '§2.2',
  },
  operation_id_missing: {
    severity: 'warning',
    means: 'The host leaves out an operation without operationId.',
    fix: 'Name it.',
    fact: '§2.2',
  },
  operation_id_twice: {
    severity: 'warning',
    means: 'Two operations have one operationId; the later one is left out.',
    fix: 'Give each a name of its own.',
    fact: null,
  },
  too_many_operations: {
    severity: 'refused',
    means:
      'There are more operations than the host takes: 30 in a GPT Action, 300 in this playground.',
    fix: 'Publish the few that an assistant needs, or split them over several Actions.',
    fact: '§2.2',
  },
  no_operations: {
    severity: 'refused',
    means: 'Nothing is left that the model could call.',
    fix: 'Mend what is said above about each operation.',
    fact: null,
  },
  description_too_long: {
    severity: 'warning',
    means:
      'A description or summary is longer than the host allows: 200 characters in a plugin, 300 in an Action, where the whole document is refused.',
    fix: 'Shorten it; say what it does and what it returns.',
    fact: '§2.2',
  },
  parameter_description_too_long: {
    severity: 'warning',
    means:
      'A parameter’s description is longer than the host allows: 200 characters in a plugin, 700 in an Action.',
    fix: 'Shorten it.',
    fact: '§2.2',
  },
  object_without_properties: {
    severity: 'warning',
    means: 'A schema is an object without properties: the model cannot know what to put there.',
    fix: 'List its properties.',
    fact: '§2.2',
  },
  parameter_ref: {
    severity: 'warning',
    means: 'The importer does not follow a $ref in `parameters`, and leaves the operation out.',
    fix: 'Write the parameter out where it is used.',
    fact: '§2.2',
  },
  parameter_unusable: {
    severity: 'warning',
    means: 'A parameter has no name, or one that another parameter has already.',
    fix: 'Name each once.',
    fact: '§2.2',
  },
  header_parameter: {
    severity: 'warning',
    means: 'The host sends no headers or cookies of yours: the parameter is ignored.',
    fix: 'Take it from the path, the query or the body.',
    fact: '§2.2',
  },
  unrecognized_method: {
    severity: 'warning',
    means: 'The host does not call this method.',
    fix: 'Use GET, POST, PUT, PATCH or DELETE.',
    fact: '§2.2',
  },
  body_type: {
    severity: 'warning',
    means: 'The body is neither JSON nor a form, so that the host cannot write it.',
    fix: 'Take application/json.',
    fact: '§2.3',
  },
  server_url: {
    severity: 'refused',
    means: '`servers` has no URL that can be used.',
    fix: 'Give one absolute https URL.',
    fact: '§2.2',
  },
  several_servers: {
    severity: 'info',
    means: 'Of several servers the host takes the first that fits.',
    fix: 'Leave one.',
    fact: '§2.2',
  },
  server_origin: {
    severity: 'warning',
    means: 'The server is not on the domain that the document came from.',
    fix: 'Serve the document from the API’s own domain.',
    fact: '§2.2',
  },
  several_security_schemes: {
    severity: 'warning',
    means: 'The host uses one security scheme for the whole plugin.',
    fix: 'Leave one.',
    fact: '§2.2',
  },
  circular: {
    severity: 'warning',
    means:
      'A schema contains itself. The Actions importer refuses the document; others cut it there.',
    fix: 'Take the recursion out of the schemas.',
    fact: '§2.2',
  },
  ref_outside: {
    severity: 'warning',
    means:
      'A $ref leads out of the document, or to a part that is not there. It is read as “anything”.',
    fix: 'Put what it names into the document’s components.',
    fact: '§2.2',
  },
  fragile_schema: {
    severity: 'info',
    means: 'Reported as refused or misread by hosts: anyOf with null, empty items, free-form maps.',
    fix: 'Use flat schemas with plain types.',
    fact: '§2.2',
  },
  not_flat: {
    severity: 'warning',
    means:
      'Copilot supports neither objects inside bodies and parameters nor oneOf, anyOf and allOf.',
    fix: 'Flatten the input.',
    fact: '§5.3',
  },
} as const satisfies Record<string, ProblemText>
