import { verify } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'

/**
 * The limit for an authorized read: verify the same token, run the same statement, send the rows.
 * Started with PORT, DATABASE_URL, JWKS (JSON), SQL, RESOURCE.
 */
const { PORT, DATABASE_URL, JWKS, SQL, RESOURCE } = process.env
const { createPublicKey } = await import('node:crypto')
const keys = new Map(
  JSON.parse(JWKS).keys.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: 'jwk' })]),
)
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 })

const read = (part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))

createServer(async (request, response) => {
  if (!request.headers.authorization) {
    response.writeHead(401).end()
    return
  }
  const [head, body, signature] = request.headers.authorization.slice(7).split('.')
  const genuine = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key: keys.get(read(head).kid), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  const claims = read(body)
  if (!genuine || claims.exp < Date.now() / 1000 || claims.aud !== RESOURCE) {
    response.writeHead(401).end()
    return
  }
  const { rows } = await pool.query({
    name: 'list',
    text: SQL,
    values: [claims.sub, '9999-12-31', ''],
  })
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ reservations: rows.slice(0, 20) }))
}).listen(Number(PORT), '127.0.0.1', () => console.log('ready'))
