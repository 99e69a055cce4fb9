import { catalog } from '@/lib/operations'
import { badEnds, byShare, goodEnds, type LoadEnd } from './ends'
import { hostsByShare } from './hosts'
import type { Filling, Size } from './tables'

const operations = catalog.operations
const writes = operations.filter(({ effect }) => effect !== 'read')
const inputOf = ({ examples }: (typeof operations)[number]) =>
  JSON.stringify(examples[0]?.input ?? {})

/** Over 90 days, in the order of their time, as they would have been written. */
export const activity = ({ people, grants, calls }: Size): Filling => ({
  table: 'Activity',
  text: `INSERT INTO "Activity" ("id", "at", "accountId", "grantId", "operation", "input", "outcome")
    SELECT md5('load call ' || n), now() - interval '90 days' * (1 - n::float / $1) - interval '1 minute',
      pg_temp.id_of('account', 1 + pg_temp.pick(g, 4, $3::int)), pg_temp.id_of('grant', g), ($4::text[])[op],
      ($5::text[])[op], CASE WHEN pg_temp.pick(n, 9, 40) = 0 THEN 'not_found'
        WHEN pg_temp.pick(n, 9, 400) = 1 THEN 'server_error' ELSE 'ok' END
    FROM (SELECT n, 1 + pg_temp.pick(n, 7, $2::int) AS g, 1 + pg_temp.pick(n, 8, cardinality($4::text[])) AS op
      FROM generate_series(1, $1::int) AS n) AS made`,
  values: [calls, grants, people, operations.map(({ name }) => name), operations.map(inputOf)],
})

/** Over 30 days, each with the steps that its end has. */
export const attempts = ({ people, attempts: count }: Size): Filling => ({
  table: 'Attempt',
  text: `INSERT INTO "Attempt" ("id", "address", "userAgent", "clientId", "clientName", "redirectUri", "host",
      "accountId", "steps", "startedAt", "updatedAt", "end", "reason", "endedAt")
    SELECT pg_temp.id_of('attempt', n), '203.0.113.' || pg_temp.pick(n, 13, 254), h.agent,
      replace(h.id, '*', pg_temp.pick(n, 5, 1000)::text), h.name, h.uri, h.host,
      CASE WHEN e.steps LIKE '%sign_in%' THEN pg_temp.id_of('account', 1 + pg_temp.pick(n, 12, $2::int)) END,
      (SELECT jsonb_agg(jsonb_build_object('step', step, 'at', at + interval '4 seconds' * nth, 'facts',
         jsonb_build_object('path', '/oauth/' || step, 'status', '200', 'agent', h.agent)) ORDER BY nth)
       FROM string_to_table(e.steps, ' ') WITH ORDINALITY AS s(step, nth)),
      at, at + interval '40 seconds', e.ending::"AttemptEnd", e.reason, at + interval '40 seconds'
    FROM (SELECT n, 1 + pg_temp.pick(n, 10, 100) AS row, 1 + pg_temp.pick(n, 11, 100) AS chance,
        now() - interval '30 days' * (1 - n::float / $1) - interval '2 minutes' AS at
      FROM generate_series(1, $1::int) AS n) AS made
    JOIN unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[]) WITH ORDINALITY
      AS h(id, name, uri, host, agent, failing, row) USING (row)
    JOIN unnest($9::boolean[], $10::int[], $11::text[], $12::text[], $13::text[])
      AS e(bad, chance, ending, reason, steps)
      ON e.bad = (pg_temp.pick(n, 14, 100) < h.failing) AND e.chance = made.chance`,
  values: [
    count,
    people,
    hostsByShare.map(({ clientId }) => clientId),
    hostsByShare.map(({ name }) => name),
    hostsByShare.map(({ redirectUri }) => redirectUri),
    hostsByShare.map(({ host }) => host),
    hostsByShare.map(({ userAgent }) => userAgent),
    hostsByShare.map(({ failing }) => failing),
    ...columnsOf(byShare(goodEnds), byShare(badEnds)),
  ],
})

function columnsOf(good: LoadEnd[], bad: LoadEnd[]) {
  const all = [good, bad].flatMap((ends, kind) =>
    ends.map((one, n) => ({ ...one, bad: kind === 1, chance: n + 1 })),
  )
  return [
    all.map((one) => one.bad),
    all.map((one) => one.chance),
    all.map((one) => one.end),
    all.map((one) => one.reason),
    all.map((one) => one.steps.join(' ')),
  ]
}

/** Over 30 days; those of the last hours wait, as far as their person has not answered yet. */
export const actions = ({ people, grants, actions: count }: Size): Filling => ({
  table: 'Action',
  text: `INSERT INTO "Action" ("id", "accountId", "grantId", "operation", "inputHash", "state", "createdAt",
      "expiresAt", "openedAt", "decidedAt", "endedAt", "deliveredAt")
    SELECT pg_temp.id_of('action', n), pg_temp.id_of('account', 1 + pg_temp.pick(g, 4, $3::int)),
      pg_temp.id_of('grant', g), ($4::text[])[1 + pg_temp.pick(n, 17, cardinality($4::text[]))], md5('load' || n),
      state::"ActionState", at, at + interval '24 hours', at + interval '1 minute',
      CASE WHEN state IN ('done', 'refused') THEN at + interval '2 minutes' END,
      CASE WHEN state <> 'waiting' THEN at + interval '2 minutes' END,
      CASE WHEN state <> 'waiting' THEN at + interval '3 minutes' END
    FROM (SELECT n, g, at, CASE WHEN at > now() - interval '3 hours' AND n % 3 = 0 THEN 'waiting'
        ELSE (ARRAY['done', 'done', 'done', 'done', 'done', 'done', 'refused', 'expired', 'failed'])
          [1 + pg_temp.pick(n, 16, 9)] END AS state
      FROM (SELECT n, 1 + pg_temp.pick(n, 15, $2::int) AS g,
          now() - interval '30 days' * (1 - n::float / $1) - interval '5 minutes' AS at
        FROM generate_series(1, $1::int) AS n) AS placed) AS made`,
  values: [count, grants, people, writes.map(({ name }) => name)],
})
