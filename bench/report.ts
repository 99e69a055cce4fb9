export type Figures = Record<
  string,
  { ratio: number; perSecond?: number[]; ms?: number[]; MiB?: number[] }
>

const names: Record<string, { what: string; aim: string }> = {
  W1: { what: 'authorized read, server.ts / bare node:http', aim: '≥ 0.70' },
  W1routes: { what: 'authorized read, route files / bare node:http', aim: '≥ 0.20' },
  W1p99: { what: 'p99 of a read while 8 people sign in / without', aim: '≤ 1.50' },
  W2: { what: 'link, server.ts / bare oidc-provider in memory', aim: '≥ 0.35' },
  W2routes: { what: 'link, route files / bare oidc-provider in memory', aim: '' },
  W3: { what: 'refresh, server.ts / bare oidc-provider in memory', aim: '≥ 0.35' },
  W3routes: { what: 'refresh, route files / bare oidc-provider in memory', aim: '' },
  W5: { what: 'start to first answer / bare node:http', aim: '' },
  memory: { what: 'resident memory / bare node:http', aim: '' },
}

/** One table for people, or one line of JSON. */
export function report(figures: Figures, asJson: boolean): void {
  if (asJson) {
    console.log(JSON.stringify(figures))
    return
  }
  for (const [key, { ratio, perSecond, ms, MiB }] of Object.entries(figures)) {
    const { what = '', aim = '' } = names[key] ?? {}
    const details = [
      perSecond && `${perSecond.map((one) => one.toFixed(0)).join(' · ')} a second`,
      ms && `${ms.map((one) => one.toFixed(1)).join(' · ')} ms`,
      MiB && `${MiB.map((one) => one.toFixed(0)).join(' · ')} MiB`,
    ].filter(Boolean)
    console.log(
      [key.padEnd(9), ratio.toFixed(2).padStart(6), aim.padEnd(7), what.padEnd(52), details].join(
        '  ',
      ),
    )
  }
}
