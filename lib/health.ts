/** Alive: the process answers. Says nothing of the database. */
export const health = (): Response =>
  new Response('{"status":"ok"}', {
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })
