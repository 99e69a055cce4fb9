/** Ids and slugs of Stays look like this; PostgreSQL would choke on some of what people send. */
export const isKey = (text: string): boolean => /^[\w-]{1,120}$/.test(text)
