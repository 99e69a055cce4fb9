const pageHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  // No form-action: consent answers by sending the person on to another origin.
  'Content-Security-Policy': "frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

// The machine endpoints set their own headers, the same on both mounts.
const pages =
  '/((?!api/(?!auth/)|oauth/|\\.well-known/|copilot/|openapi\\.json$|openapi-3\\.0\\.json$|mcp$|health$|robots\\.txt$|llms\\.txt$).*)'

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  agentRules: false,
  // Metadata stands in <head> for every reader, not only for the robots Next knows by name.
  htmlLimitedBots: /.*/,
  serverExternalPackages: [
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    '@prisma/client',
    '@redis/client',
    'oidc-provider',
    'pg',
  ],
  headers: async () => [
    {
      source: pages,
      headers: Object.entries(pageHeaders).map(([key, value]) => ({ key, value })),
    },
  ],
}
