import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction, Socket } from 'node:net'
import { OutboundError, type OutboundReason, toOutboundError } from './errors'
import { type ResolveName, requireAddresses } from './resolve'
import type { Target } from './target'

export type ExchangeOptions = {
  /** GET unless it says otherwise. */
  method?: string
  headers: Record<string, string>
  body?: string
  signal: AbortSignal
  resolve?: ResolveName
}

const fixedOptions = {
  // A new agent for each exchange: no kept connection, no TLS session, no proxy.
  agent: false,
  // Of several addresses the next is tried when one does not answer.
  autoSelectFamily: true,
  autoSelectFamilyAttemptTimeout: 1000,
  // Said in full, so that no variable of the environment can weaken it.
  rejectUnauthorized: true,
  insecureHTTPParser: false,
  maxHeaderSize: 16 * 1024,
}

/**
 * Sends one request to an allowed address of the target and gives the answer's head; the body is still
 * to be read. Throws an OutboundError; an abort of the signal ends everything, the body too.
 */
export async function exchange(target: Target, options: ExchangeOptions): Promise<IncomingMessage> {
  const addresses = await requireAddresses(target, options.signal, options.resolve)
  // The name is not resolved again: what was checked is what is connected to. The name itself
  // stays in Host, SNI and the check of the certificate.
  const lookup: LookupFunction = (_hostname, { all }, callback) => {
    if (all) callback(null, addresses)
    else callback(null, addresses[0]?.address ?? '', addresses[0]?.family)
  }
  options.signal.throwIfAborted()

  return new Promise((resolve, reject) => {
    const secure = target.url.protocol === 'https:'
    let meaning: OutboundReason = 'network'
    const request = (secure ? requestHttps : requestHttp)(target.url, {
      ...fixedOptions,
      lookup,
      method: options.method ?? 'GET',
      headers: options.headers,
      signal: options.signal,
    })
    request.on('socket', (socket) => {
      guardSocket(socket, target.allows)
      if (!secure) return
      socket.once('connect', () => {
        meaning = 'tls'
      })
      socket.once('secureConnect', () => {
        meaning = 'network'
      })
    })
    request.on('response', resolve)
    request.on('error', (error) => reject(toOutboundError(error, meaning)))
    // A 101, for one, ends without an answer and without an error.
    request.on('close', () => reject(new OutboundError('network')))
    request.end(options.body)
  })
}

/** Ends a socket that has connected to an address which is not allowed, before anything is sent. */
function guardSocket(socket: Socket, allows: Target['allows']): void {
  socket.once('connect', () => {
    if (!allows(socket.remoteAddress ?? '')) socket.destroy(new OutboundError('blocked_address'))
  })
}
