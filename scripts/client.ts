import { parseArgs } from 'node:util'
import { admit } from '@/lib/oauth/clients/listing'
import { presets } from '@/lib/oauth/clients/presets'
import { addRedirectUris } from '@/lib/oauth/clients/redirects'
import { addClient } from '@/lib/oauth/clients/registered'
import { StopError } from './stop'
import { withDatabase } from './with-database'

const usage = `Use: npm run client -- add --preset NAME [--id ID | --redirect URL …] [--name TEXT] [--surface api|mcp] [--json]
     npm run client -- redirect CLIENT_ID URL   adds a redirect address
     npm run client -- admit URL                lists an app that publishes its metadata there
Presets: ${Object.keys(presets).join(', ')}. --id is the id that ChatGPT gave to the plugin or GPT.`

await withDatabase('npm run client', async () => {
  const { positionals, values } = read()
  const [what, one, other] = positionals
  if (what === 'add') await add(values)
  else if (what === 'redirect' && one && other) {
    await addRedirectUris(one, [other])
    console.log(`${one} may also send people back to ${other}.`)
  } else if (what === 'admit' && one) console.log(`${await admit(one)} is listed.`)
  else throw new StopError(usage)
})

async function add(values: ReturnType<typeof read>['values']): Promise<void> {
  const added = await addClient({
    preset: values.preset,
    name: values.name,
    hostId: values.id,
    redirectUris: values.redirect,
    surface: values.surface === 'api' || values.surface === 'mcp' ? values.surface : undefined,
  })
  const { clientId, clientSecret, redirectUris } = added
  if (values.json) {
    console.log(JSON.stringify({ client_id: clientId, client_secret: clientSecret }))
    return
  }
  console.log(`Client id      ${clientId}`)
  console.log(`Client secret  ${clientSecret}`)
  for (const uri of redirectUris) console.log(`Goes back to   ${uri}`)
  console.log('The secret is shown this once. Give both to the host.')
}

function read() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        preset: { type: 'string', default: 'custom' },
        id: { type: 'string' },
        redirect: { type: 'string', multiple: true },
        name: { type: 'string' },
        surface: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new StopError(`${(error as Error).message}. ${usage}`)
  }
}
