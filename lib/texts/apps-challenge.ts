/** OpenAI's proof that the domain is ours: the token it gave and not a character more. */
export const serveAppsChallenge =
  (getToken: () => Promise<string>) => async (): Promise<Response> => {
    const token = await getToken()
    if (token === '') return new Response('Not found', { status: 404 })
    return new Response(token, { headers: { 'content-type': 'text/plain' } })
  }
