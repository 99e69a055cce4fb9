'use client'

import { createContext, type ReactNode, useActionState, useContext } from 'react'

/** What a form was answered, in the reader's language: `values` go back into their fields. */
export type Answer = {
  errors: Record<string, string | undefined>
  values: Record<string, string | undefined>
  attempt: number
}

export const untouched: Answer = { errors: {}, values: {}, attempt: 0 }

type ActionFormProps = {
  act: (previous: Answer, form: FormData) => Promise<Answer>
  className?: string
  children: ReactNode
}

/**
 * A form whose parts are made by the server; those that depend on the answer read it from here. So
 * a screen needs no script of its own, and no text of it is sent twice.
 */
export function ActionForm({ act, className = 'space-y-5', children }: ActionFormProps) {
  const [answer, submit, pending] = useActionState(act, untouched)
  return (
    <Context value={{ answer, pending }}>
      {/* A new key at each answer: fields made anew take their value and the focus as without script. */}
      <form key={answer.attempt} action={submit} noValidate className={className}>
        {children}
      </form>
    </Context>
  )
}

type Asked = { answer: Answer; pending: boolean }

const Context = createContext<Asked>({ answer: untouched, pending: false })

export const useAnswer = (): Asked => useContext(Context)
