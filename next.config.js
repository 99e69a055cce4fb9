import { readdirSync } from 'node:fs'

const migrations = readdirSync('prisma/migrations').filter((name) => /^\d/.test(name))

/** @type {import('next').NextConfig} */
export default {
  env: { LAST_MIGRATION: migrations.sort().at(-1) },
  poweredByHeader: false,
  agentRules: false,
  // Metadata stands in <head> for every reader, not only for the robots Next knows by name.
  htmlLimitedBots: /.*/,
  serverExternalPackages: [
    '@node-rs/argon2',
    '@opentelemetry/api',
    '@opentelemetry/exporter-metrics-otlp-http',
    '@opentelemetry/exporter-metrics-otlp-proto',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/exporter-trace-otlp-proto',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-metrics',
    '@opentelemetry/sdk-trace-base',
    '@prisma/adapter-pg',
    '@prisma/client',
    '@redis/client',
    'oidc-provider',
    'pg',
    'pino',
    'prom-client',
  ],
  // What packs an app for Microsoft 365 reads its icons.
  outputFileTracingIncludes: { '/admin/listing/export/[file]': ['./public/logo-*.png'] },
  // What proxy.ts leaves out and no route file answers.
  headers: async () =>
    ['/_next/:path*', '/:file([^/]+\\.(?:ico|png|svg))'].map((source) => ({
      source,
      headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }],
    })),
  rewrites: async () => ({
    // Consent is a document of its own: in one that script turned into it, the form-action of the
    // page before would hold, and Chromium would not let the answer through.
    beforeFiles: [
      {
        source: '/interaction/:uid',
        has: [{ type: 'header', key: 'rsc' }],
        destination: '/interaction/:uid/whole',
      },
    ],
  }),
}
