import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { z } from 'zod'
import { EnvError } from './errors'
import { localSecret } from './local-secret'
import { type ModelSettings, modelVariables, readModel } from './model-settings'
import {
  missingOfProviders,
  type ProviderSettings,
  providerVariables,
  readProviders,
} from './provider-settings'

const text = z.string().trim().min(1).optional().catch(undefined)

const Variables = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  APP_ORIGIN: text,
  APP_SECRET: text,
  DATABASE_URL: text,
  DATABASE_EMBEDDED: text,
  DATA_DIR: z.string().default('.data'),
  TRUSTED_PROXY: text,
  ACTIVITY_DAYS: z.coerce.number().int().min(1).max(3650).default(90),
  CLIENT_ADMISSION: z.enum(['open', 'report', 'listed']).default('open'),
  RELEASE_STAGE: z.enum(['private', 'testing', 'public']).default('public'),
  DYNAMIC_REGISTRATION: z.enum(['on', 'off']).default('on'),
  OPENAI_APPS_CHALLENGE: text,
  OPENAI_PLUGIN_TOKEN: text,
  M365_OAUTH_REFERENCE_ID: text,
  SECURITY_CONTACT: z.url({ protocol: /^(https|mailto)$/ }).optional(),
  SMTP_URL: z
    .literal('')
    .or(z.url({ protocol: /^smtps?$/ }))
    .optional(),
  MAIL_FROM: text,
  FIRST_OPERATOR_EMAIL: text,
  ...providerVariables,
  ...modelVariables,
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info']).optional(),
  PROCESSES: z.enum(['one', 'several']).optional(),
  REDIS_URL: z
    .literal('')
    .or(z.url({ protocol: /^rediss?$/ }))
    .optional(),
  RATE_LIMIT_FACTOR: z.coerce.number().min(0.01).max(1e6).default(1),
  CRON_SECRET: text,
  METRICS_TOKEN: text,
  VERCEL: text,
  VERCEL_ENV: text,
  VERCEL_PROJECT_PRODUCTION_URL: text,
})

export type Env = {
  /** Scheme, host and port, no trailing slash: the issuer, and the only source of absolute URLs. */
  origin: string
  /** The origin is this machine: zero set-up, nothing reachable from outside. Otherwise deployed. */
  local: boolean
  /** False where nothing that is written stays, as on Vercel. */
  hasDisk: boolean
  port: number
  databaseUrl: string
  /** One backend serves all connections, in turns. */
  databaseEmbedded: boolean
  dataDir: string
  /** Every other key is derived from this one. */
  secret: string
  /** `X-Forwarded-For` is set by a proxy of ours, not by the visitor. */
  trustedProxy: boolean
  /** How long a person can read what was done in their name. */
  activityDays: number
  /** Which clients that no operator registered may begin to connect; `report` lets in and logs. */
  clientAdmission: 'open' | 'report' | 'listed'
  /** Who is let in until an operator sets it: operators, testers too, or everybody. */
  releaseStage: 'private' | 'testing' | 'public'
  /** RFC 7591; where it is off, the metadata does not name it either. */
  dynamicRegistration: boolean
  /** Proves to OpenAI that the domain is ours. */
  openaiAppsChallenge: string | null
  /** The same in the manifest of 2023, as `verification_tokens.openai`. */
  openaiPluginToken: string | null
  /** Of the OAuth configuration in the Teams developer portal. */
  m365OAuthReferenceId: string | null
  /** For security.txt: an https or mailto address; null stands for the support page. */
  securityContact: string | null
  /** Of the mail server; a deployed site without one sends no mail and asks for none. */
  smtpUrl: string | null
  /** As a mail's From header has it; null stands for no-reply at the site's own name. */
  mailFrom: string | null
  /** How many answer at the same origin; the default is one on this machine, several when deployed. */
  processes: 'one' | 'several'
  /** Where limits are counted, if not in the database. */
  redisUrl: string | null
  /** Multiplies every limit on calls. */
  rateLimitFactor: number
  /** What Vercel's cron and Prometheus show to be let in; null closes their address. */
  cronSecret: string | null
  metricsToken: string | null
  /** In lower case; once verified, this address belongs to the first operator. */
  firstOperatorEmail: string | null
  /** Whose accounts sign people in here; none unless they are set. */
  providers: ProviderSettings[]
  /** Who talks in the playground; null: people choose what is called. */
  model: ModelSettings | null
}

let parsed: Env | undefined

/** The environment, read and checked once, at first use: a build needs none of it. */
export function env(): Env {
  if (parsed) return parsed
  parsed = readEnv(process.env)
  // next-auth reads these two by itself; it must not learn the origin from a Host header.
  process.env.NEXTAUTH_URL = parsed.origin
  process.env.NEXTAUTH_SECRET = createHash('sha256')
    .update(`next-auth ${parsed.secret}`)
    .digest('hex')
  return parsed
}

export function readEnv(source: Record<string, string | undefined>): Env {
  const result = Variables.safeParse(source)
  if (!result.success) {
    const names = result.error.issues.map((issue) => issue.path.join('.')).join(', ')
    throw new EnvError(`These environment variables have a wrong value: ${names}.`)
  }
  const values = result.data
  const origin = originOf(values)
  const local = isLoopback(new URL(origin).hostname)
  const dataDir = resolve(values.DATA_DIR)
  const missing = local ? [] : missingWhenDeployed(values, origin)
  if (values.VERCEL && local && !values.APP_ORIGIN) missing.push('APP_ORIGIN')
  missing.push(...missingOfProviders(values, local))
  if (missing.length > 0) throw new EnvError(`Set ${missing.join(', ')} and start again.`)

  return {
    origin,
    local,
    hasDisk: values.VERCEL !== '1',
    port: values.PORT,
    databaseUrl: values.DATABASE_URL ?? '',
    databaseEmbedded: values.DATABASE_EMBEDDED === '1',
    dataDir,
    secret: values.APP_SECRET ?? localSecret(dataDir),
    trustedProxy: values.TRUSTED_PROXY === '1' || values.VERCEL === '1',
    activityDays: values.ACTIVITY_DAYS,
    clientAdmission: values.CLIENT_ADMISSION,
    releaseStage: values.RELEASE_STAGE,
    dynamicRegistration: values.DYNAMIC_REGISTRATION === 'on',
    openaiAppsChallenge: values.OPENAI_APPS_CHALLENGE ?? null,
    openaiPluginToken: values.OPENAI_PLUGIN_TOKEN ?? null,
    m365OAuthReferenceId: values.M365_OAUTH_REFERENCE_ID ?? null,
    securityContact: values.SECURITY_CONTACT ?? null,
    smtpUrl: values.SMTP_URL || null,
    mailFrom: values.MAIL_FROM ?? null,
    processes: values.PROCESSES ?? (local ? 'one' : 'several'),
    redisUrl: values.REDIS_URL || null,
    rateLimitFactor: values.RATE_LIMIT_FACTOR,
    cronSecret: values.CRON_SECRET ?? null,
    metricsToken: values.METRICS_TOKEN ?? null,
    firstOperatorEmail: values.FIRST_OPERATOR_EMAIL?.toLowerCase() ?? null,
    providers: readProviders(values),
    model: readModel(values),
  }
}

type Values = z.infer<typeof Variables>

// Never from a Host header: a host that a visitor can choose must not become the issuer.
function originOf(values: Values): string {
  const production = values.VERCEL_ENV === 'production' && values.VERCEL_PROJECT_PRODUCTION_URL
  const given = values.APP_ORIGIN ?? (production ? `https://${production}` : undefined)
  if (!given) return `http://localhost:${values.PORT}`
  const url = URL.canParse(given) ? new URL(given) : null
  if (url === null || url.href !== `${url.origin}/`) {
    throw new EnvError('APP_ORIGIN must be scheme and host only, for example https://example.com.')
  }
  return url.origin
}

function missingWhenDeployed(values: Values, origin: string): string[] {
  const missing: string[] = []
  if (!origin.startsWith('https://')) missing.push('APP_ORIGIN (with https)')
  if (!values.APP_SECRET) missing.push('APP_SECRET')
  else if (values.APP_SECRET.length < 32) missing.push('APP_SECRET (at least 32 characters)')
  if (!values.DATABASE_URL) missing.push('DATABASE_URL')
  return missing
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}
