/** A browser without pages: keeps cookies and follows one redirect at a time. */
export type Browser = {
  cookies: () => string
  setCookie: (name: string, value: string) => void
  visit: (url: string) => Promise<{ status: number; location: string | null; body: string }>
}

export function createBrowser(): Browser {
  const jar = new Map<string, string>()
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  return {
    cookies,
    setCookie: (name, value) => void jar.set(name, value),
    async visit(url) {
      const response = await fetch(url, { redirect: 'manual', headers: { cookie: cookies() } })
      for (const line of response.headers.getSetCookie()) {
        const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? []
        if (value === '') jar.delete(name)
        else jar.set(name, value)
      }
      return {
        status: response.status,
        location: response.headers.get('location'),
        body: await response.text(),
      }
    },
  }
}
