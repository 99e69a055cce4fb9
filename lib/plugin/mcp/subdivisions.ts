/** The code of a region that a host names in words; null where this page does not know it. */
export function subdivisionOf(country: string, name: string): string | null {
  const code = codes.get(`${country} ${name.toLowerCase()}`)
  return code ? `${country}-${code}` : null
}

// ISO 3166-2 of the countries whose regions ChatGPT is seen to name.
const named: Record<string, string> = {
  US: 'Alabama AL,Alaska AK,Arizona AZ,Arkansas AR,California CA,Colorado CO,Connecticut CT,Delaware DE,District of Columbia DC,Florida FL,Georgia GA,Hawaii HI,Idaho ID,Illinois IL,Indiana IN,Iowa IA,Kansas KS,Kentucky KY,Louisiana LA,Maine ME,Maryland MD,Massachusetts MA,Michigan MI,Minnesota MN,Mississippi MS,Missouri MO,Montana MT,Nebraska NE,Nevada NV,New Hampshire NH,New Jersey NJ,New Mexico NM,New York NY,North Carolina NC,North Dakota ND,Ohio OH,Oklahoma OK,Oregon OR,Pennsylvania PA,Rhode Island RI,South Carolina SC,South Dakota SD,Tennessee TN,Texas TX,Utah UT,Vermont VT,Virginia VA,Washington WA,West Virginia WV,Wisconsin WI,Wyoming WY',
  CA: 'Alberta AB,British Columbia BC,Manitoba MB,New Brunswick NB,Newfoundland and Labrador NL,Northwest Territories NT,Nova Scotia NS,Nunavut NU,Ontario ON,Prince Edward Island PE,Quebec QC,Québec QC,Saskatchewan SK,Yukon YT',
}

const codes = new Map(
  Object.entries(named).flatMap(([country, regions]) =>
    regions.split(',').map((entry) => {
      const end = entry.lastIndexOf(' ')
      return [`${country} ${entry.slice(0, end).toLowerCase()}`, entry.slice(end + 1)] as const
    }),
  ),
)
