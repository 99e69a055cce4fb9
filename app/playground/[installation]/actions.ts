'use server'

import { notFound, redirect } from 'next/navigation'
import { textOf } from '@/app/(account)/form-state'
import { getInstallation, removeInstallation } from '@/lib/host/kept/installations'
import { unlink } from '@/lib/host/kept/linking'
import { register, registerAgain, verify } from '@/lib/host/kept/registering'
import { installationHref } from '../hrefs'
import { registerHere } from '../own-plugin'
import { requirePlayer } from '../player'

export async function submitClient(form: FormData): Promise<void> {
  const { accountId, id } = await toAsked(form)
  const field = (name: string) => textOf(form, name).trim().slice(0, 2000)
  const clientId = field('clientId')
  const secret = field('clientSecret')
  const [authorizeUrl, tokenUrl, scope] = [field('authorizeUrl'), field('tokenUrl'), field('scope')]
  if (!clientId) leave(id, 'failed=fields')
  const tokenAuth =
    secret === '' ? 'none' : textOf(form, 'tokenAuth') === 'basic' ? 'basic' : 'post'
  const typed = authorizeUrl && tokenUrl ? { authorizeUrl, tokenUrl, scope } : null
  const given = { type: 'client', by: 'given', clientId, tokenAuth, typed } as const
  await register(accountId, id, { ...given, clientSecret: secret || null })
  leave(id, 'done=registered')
}

export async function submitKey(form: FormData): Promise<void> {
  const { accountId, id } = await toAsked(form)
  const key = textOf(form, 'key').trim().slice(0, 2000)
  if (!key) leave(id, 'failed=fields')
  await register(accountId, id, { type: 'key', key })
  leave(id, 'done=registered')
}

export async function submitRegisterHere(form: FormData): Promise<void> {
  const { accountId, id } = await toAsked(form)
  const seen = await getInstallation(accountId, id)
  const made = seen && (await registerHere(accountId, seen))
  leave(id, made ? 'done=registered' : 'failed=not_registered')
}

export async function submitRegisterAgain(form: FormData): Promise<void> {
  const { accountId, id } = await toAsked(form)
  const seen = await registerAgain(accountId, id)
  leave(id, seen?.registeredBy ? 'done=registered' : 'failed=not_registered')
}

export async function submitVerify(form: FormData): Promise<void> {
  const { accountId, id } = await toAsked(form)
  const seen = await verify(accountId, id)
  leave(id, seen?.verification.verified ? 'done=verified' : 'failed=not_verified')
}

export async function submitUnlink(form: FormData): Promise<void> {
  const { accountId, id } = await toAsked(form)
  await unlink(accountId, id)
  leave(id, 'done=unlinked')
}

export async function submitRemove(form: FormData): Promise<void> {
  const { accountId, id } = await toAsked(form)
  await unlink(accountId, id)
  await removeInstallation(accountId, id)
  redirect('/playground')
}

async function toAsked(form: FormData) {
  const id = textOf(form, 'installation')
  return id ? { accountId: (await requirePlayer()).id, id } : notFound()
}

const leave = (id: string, said: string): never => redirect(`${installationHref(id)}?${said}`)
