import type { Answer, Fault } from '../faulty-site'

type Change = (answer: Answer) => Partial<Answer>

export const at =
  (paths: string | RegExp, change: Change): Fault =>
  (path, answer) =>
    (typeof paths === 'string' ? path === paths : paths.test(path))
      ? { ...answer, ...change(answer) }
      : answer

export const when =
  (status: number, change: Change): Change =>
  (answer) =>
    answer.status === status ? change(answer) : {}

export const status = (status: number) => () => ({ status })

export const header =
  (name: string, value: string | null): Change =>
  ({ headers: { [name]: _, ...rest } }) => ({
    headers: value === null ? rest : { ...rest, [name]: value },
  })

export const leadTo =
  (from: RegExp, to: string): Change =>
  ({ headers }) => ({
    headers: { ...headers, location: String(headers.location).replace(from, to) },
  })

export const set =
  (values: object): Change =>
  ({ body }) => ({ body: JSON.stringify({ ...JSON.parse(body), ...values }) })

export const swap =
  (from: string, to: string): Change =>
  ({ body }) => ({ body: body.replaceAll(from, to) })

export const html = () => ({
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<h1>Hi</h1>',
})

export const elsewhere = 'https://x.example'

/** By the check that must notice it. */
export type Disliked = Record<string, [what: string, host: string, fact: string, fault: Fault][]>
