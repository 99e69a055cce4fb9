import { PrismaPg } from '@prisma/adapter-pg'
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'

const PG_CHAR = 18
const PG_TEXT = 25

type Query = (config: pg.QueryConfig) => Promise<pg.QueryArrayResult | pg.QueryArrayResult[]>

/**
 * Prisma's adapter with two repairs for the schema engine: it knows the type "char" of Postgres'
 * catalog, and it runs a script as one message, which Postgres carries out wholly or not at all.
 * By itself it would split the script at every semicolon, also those inside of texts.
 */
export async function connectAdapter(url: string): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  const charColumns = reportCharAsText(pool)
  const adapter = await new PrismaPg(pool).connect()
  const { queryRaw, dispose } = adapter

  return Object.assign(adapter, {
    async queryRaw(query: Parameters<typeof queryRaw>[0]) {
      const result = await queryRaw.call(adapter, query)
      for (const index of charColumns.get(result.rows) ?? []) {
        result.columnTypes[index] = ColumnTypeEnum.Character
      }
      return result
    },
    async executeScript(sql: string) {
      await pool.query(sql).catch(tell)
    },
    async dispose() {
      await dispose.call(adapter)
      await pool.end()
    },
  })
}

// Without its code, because the engine rewords errors whose code it knows, and poorly.
function tell({ severity = '', message, detail, column, hint }: pg.DatabaseError): never {
  throw new DriverAdapterError({
    kind: 'postgres',
    code: '',
    severity,
    message,
    detail,
    column,
    hint,
  })
}

// The adapter throws at a column of a type that it does not know.
function reportCharAsText(pool: pg.Pool): WeakMap<unknown[], number[]> {
  const charColumns = new WeakMap<unknown[], number[]>()
  const query = pool.query.bind(pool) as unknown as Query
  const reporting: Query = async (config) => {
    const result = await query(config)
    if (Array.isArray(result)) return result
    const indexes = result.fields.flatMap((field, i) => (field.dataTypeID === PG_CHAR ? [i] : []))
    charColumns.set(result.rows, indexes)
    for (const field of result.fields) {
      if (field.dataTypeID === PG_CHAR) field.dataTypeID = PG_TEXT
    }
    return result
  }
  Object.assign(pool, { query: reporting })
  return charColumns
}
