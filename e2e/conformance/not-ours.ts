const fixture = 'calls a tool, resource or prompt that only the suite’s own server has'
const notOffered = 'a part of the protocol that this server does not offer, nor says that it does'
const stateless = 'needs a session; this server keeps none'

/**
 * The checks of the suite that cannot pass here, and why. `a` stands for `a:a`: the check that has its
 * scenario's name. Every other check of the same scenarios, above all `wire-schema-valid`, counts.
 */
export const notOurs: Record<string, string[]> = {
  [fixture]: [
    'tools-call-simple-text',
    'tools-call-image',
    'tools-call-audio',
    'tools-call-embedded-resource',
    'tools-call-mixed-content',
    'tools-call-error',
    'tools-call-with-progress',
    'tools-call-with-logging',
    'tools-call-sampling',
    'tools-call-elicitation',
    'resources-read-text',
    'resources-read-binary',
    'resources-templates-read',
    'prompts-get-simple',
    'prompts-get-with-args',
    'prompts-get-embedded-resource',
    'prompts-get-with-image',
    'elicitation-sep1034-defaults:elicitation-sep1034-general',
    'elicitation-sep1330-enums:elicitation-sep1330-general',
    'json-schema-2020-12:json-schema-2020-12-tool-found',
    'server-stateless:sep-2575-server-rejects-undeclared-capability',
    'server-stateless:sep-2575-missing-capability-http-400',
    'server-stateless:sep-2575-http-server-no-independent-requests-on-stream',
    'server-stateless:sep-2575-server-no-log-without-loglevel',
    'http-custom-header-server-validation:sep-2243-server-no-xmcp-tool',
    'http-custom-header-server-validation:sep-2243-server-decode-base64',
    'http-custom-header-server-validation:sep-2243-server-validate-param-match',
    'http-custom-header-server-validation:sep-2243-server-reject-invalid-param-chars',
    'http-custom-header-server-validation:sep-2243-server-reject-param-mismatch',
    'input-required-result-basic-elicitation:sep-2322-elicitation-incomplete',
    'input-required-result-basic-list-roots:sep-2322-list-roots-incomplete',
    'input-required-result-basic-sampling:sep-2322-sampling-incomplete',
    'input-required-result-capability-check:sep-2322-respect-client-capabilities',
    'input-required-result-ignore-extra-params:sep-2322-ignore-unexpected-params',
    'input-required-result-missing-input-response:sep-2322-missing-response-rerequests',
    'input-required-result-multi-round:sep-2322-multi-round-r1',
    'input-required-result-multiple-input-requests:sep-2322-multiple-inputs-incomplete',
    'input-required-result-non-tool-request:sep-2322-non-tool-incomplete',
    'input-required-result-request-state:sep-2322-request-state-incomplete',
    'input-required-result-result-type:sep-2322-result-type-included',
    'input-required-result-tampered-state:sep-2322-reject-tampered-state',
  ],
  [notOffered]: [
    'completion-complete',
    'logging-set-level',
    'resources-subscribe',
    'resources-unsubscribe',
  ],
  [stateless]: [
    'server-sse-polling:server-sse-polling-session',
    'server-sse-multiple-streams:server-sse-multiple-streams-session',
  ],
}
