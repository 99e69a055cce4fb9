/** As SQL: an operator has not stopped this account, and it is no reviewer's whose days are over. */
export const isActive = (account: string): string =>
  `${account}."suspendedAt" IS NULL
   AND (${account}."reviewUntil" IS NULL OR ${account}."reviewUntil" > now())`
