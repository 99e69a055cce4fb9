export type CounterProps = {
  text: string
  /** Longest first or not: in the order of the hosts. */
  limits: { host: string; most: number }[]
}

export function Counter({ text, limits }: CounterProps) {
  const { length } = text.trim()
  return limits.map(({ host, most }) => (
    <li key={host} className={length > most ? 'font-medium text-danger' : 'text-soft'}>
      {host}: {length} of {most}
      {length > most && `, ${length - most} too many`}
    </li>
  ))
}
