/** For operators: what happened, and what they can do about it. */
export type Explanation = { what: string; todo: string }
