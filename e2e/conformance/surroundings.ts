import type { Person } from './person'
import type { Report } from './report'

/** What every part of the run is given. */
export type Surroundings = {
  /** Of the running app, for example http://localhost:3000 */
  origin: string
  people: { newPerson: () => Promise<Person> }
  report: Report
}
