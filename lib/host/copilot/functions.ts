import { type JsonObject, own, ownObject, ownText } from '../json'
import type { Report } from '../problems'
import { objectsIn, refuseUnknown } from './members'

/** A function of the manifest; what is null the OpenAPI document says. */
export type CopilotFunction = {
  name: string
  description: string | null
  /** JSON Schema of an object. */
  parameters: JsonObject | null
  /** The words of the host's card. */
  asks: { title: string; body: string } | null
  isNonConsequential: boolean
}

/** As many as this playground takes of a host that names no limit. */
const most = 300

export function readFunctions(json: JsonObject, report: Report): CopilotFunction[] {
  const objects = objectsIn(json, 'functions', report)
  if (objects.length > most) report.refuse('too_many_operations', { where: `${objects.length}` })
  const functions = objects.map((object) => readFunction(object, report))
  const names = functions.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice !== undefined) report.refuse('agent_field', { where: `functions: ${twice} twice` })
  return functions
}

function readFunction(object: JsonObject, report: Report): CopilotFunction {
  const name = ownText(object, 'name') ?? ''
  if (!/^[A-Za-z0-9_]+$/.test(name)) {
    report.refuse('agent_field', { where: `functions: name ${name}` })
  }
  refuseUnknown(object, { known: members, where: name }, report)
  const confirmation = ownObject(ownObject(object, 'capabilities'), 'confirmation') ?? {}
  refuseUnknown(confirmation, { known: confirming, where: `${name}: confirmation` }, report)
  const type = own(confirmation, 'type')
  if (type !== undefined && type !== 'None' && type !== 'AdaptiveCard') {
    report.refuse('agent_field', { where: `${name}: confirmation.type` })
  }
  const [title, body] = [ownText(confirmation, 'title'), ownText(confirmation, 'body')]
  return {
    name,
    description: ownText(object, 'description'),
    parameters: ownObject(object, 'parameters'),
    asks: type === 'AdaptiveCard' ? { title: title ?? '', body: body ?? '' } : null,
    isNonConsequential: own(confirmation, 'isNonConsequential') === true,
  }
}

const members = ['id', 'name', 'description', 'parameters', 'returns', 'states', 'capabilities']
const confirming = ['type', 'title', 'body', 'isNonConsequential']
