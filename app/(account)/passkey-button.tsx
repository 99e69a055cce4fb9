'use client'

import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { useState } from 'react'
import {
  beginPasskeyAdding,
  beginPasskeySignIn,
  finishPasskeyAdding,
  finishPasskeySignIn,
} from './passkey-actions'

type PasskeyButtonProps = {
  act: 'sign-in' | 'second-step' | 'add'
  text: string
  /** What to say when it did not work. */
  problem: string
  next?: string | null
  className?: string
  /** The field that holds the name of a new passkey. */
  nameField?: string
}

/** A passkey is the one thing here that needs script; without it the button is not shown. */
export function PasskeyButton({ act, text, problem, ...more }: PasskeyButtonProps) {
  const { next, className, nameField } = more
  const [busy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const press = async () => {
    if (busy) return
    setBusy(true)
    setFailed(false)
    const to = await (act === 'add' ? add(typedIn(nameField)) : signIn(act, next ?? null)).catch(
      () => null,
    )
    if (to) return location.assign(to)
    setBusy(false)
    setFailed(true)
  }
  return (
    <div className="[@media(scripting:none)]:hidden">
      <button type="button" onClick={press} aria-disabled={busy} className={className}>
        {text}
      </button>
      <p role="alert" className="mt-2 font-medium text-danger text-sm empty:hidden">
        {hasFailed && problem}
      </p>
    </div>
  )
}

async function signIn(act: 'sign-in' | 'second-step', next: string | null) {
  const isSecondStep = act === 'second-step'
  const options = await beginPasskeySignIn(isSecondStep)
  if (!options) return null
  const response = await startAuthentication({ optionsJSON: options })
  return finishPasskeySignIn(isSecondStep, response, next)
}

async function add(name: string) {
  const options = await beginPasskeyAdding()
  if (!options) return null
  return finishPasskeyAdding(name, await startRegistration({ optionsJSON: options }))
}

const typedIn = (id: string | undefined): string =>
  id ? ((document.getElementById(id) as HTMLInputElement | null)?.value ?? '') : ''
