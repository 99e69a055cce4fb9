/** Not what Next's script asked for, so that it loads the page as a browser does. */
export const GET = (): Response =>
  new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
