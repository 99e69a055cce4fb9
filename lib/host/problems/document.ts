import type { ProblemText } from '../problems'

export const documentProblems = {
  not_json: {
    severity: 'refused',
    means: 'The document is no valid JSON.',
    fix: 'Check it with any JSON validator; a trailing comma or a raw line break in a text is enough.',
    fact: '§1.4',
  },
  not_yaml: {
    severity: 'refused',
    means: 'The document is neither JSON nor valid YAML.',
    fix: 'Check it with any YAML validator; indentation and unquoted colons are the usual reasons.',
    fact: '§1.4',
  },
  not_text: {
    severity: 'refused',
    means: 'The document is not UTF-8 text.',
    fix: 'Save it as UTF-8.',
    fact: null,
  },
  control_character: {
    severity: 'refused',
    means: 'There is a control character in the text, which YAML does not allow (YAML 1.2 §5.1).',
    fix: 'Remove it; it is invisible in most editors. `where` has its line.',
    fact: null,
  },
  yaml_aliases: {
    severity: 'refused',
    means: 'YAML aliases blow the document up to many times its size.',
    fix: 'Write the repeated parts out, or use $ref.',
    fact: null,
  },
  not_object: {
    severity: 'refused',
    means: 'The document is no object.',
    fix: 'It begins with { in JSON, or with a key in YAML.',
    fact: null,
  },
  hostile_key: {
    severity: 'refused',
    means: 'A key is named __proto__, which only an attack on the reader needs.',
    fix: 'Rename it.',
    fact: null,
  },
  too_deep: {
    severity: 'refused',
    means: 'The document, or what its references lead to, is nested more than 100 deep.',
    fix: 'Flatten the schemas.',
    fact: null,
  },
  too_many_parts: {
    severity: 'refused',
    means:
      'The document, with its references filled in, has more parts than this playground reads.',
    fix: 'Publish fewer operations, and schemas that refer to each other less.',
    fact: null,
  },
} as const satisfies Record<string, ProblemText>
