/** Where the playground's person comes back to: the one page of this site that takes codes. */
export const playgroundCallback = (origin: string): string => `${origin}/playground/callback`
