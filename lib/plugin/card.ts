/** Which fields of a result a host shows as a card. The names are fields of the output. */
export type Card = {
  /** The list whose rows are the results; without it the answer itself is the one result. */
  list?: string
  title: string
  subtitle?: string
  url?: string
  image?: string
  /** Label → field. `cents` are hundredths of the currency that another field names (ISO 4217). */
  facts?: Record<string, Fact<string>>
}

type Fact<Name> = Name | { cents: Name; currency: Name }

/** A card whose every name is a field of `Output`, so that a wrong one does not compile. */
export type CardOf<Output> =
  | (Shown<Output> & { list?: undefined })
  | {
      [List in keyof Output]-?: NonNullable<Output[List]> extends readonly (infer Row)[]
        ? Shown<Row> & { list: List }
        : never
    }[keyof Output]

type Shown<Row> = {
  title: Plain<Row>
  subtitle?: Plain<Row>
  url?: Plain<Row>
  image?: Plain<Row>
  facts?: Record<string, Fact<Plain<Row>>>
}

/** The fields of a row that hold a text or a number. */
type Plain<Row> = {
  [Name in keyof Row]-?: NonNullable<Row[Name]> extends string | number ? Name : never
}[keyof Row]
