import { parseArgs } from 'node:util'
import { admit } from '@/lib/oauth/clients/admission'
import { addClient, isPreset, presets } from '@/lib/oauth/clients/registered'
import { StopError } from './stop'
import { withDatabase } from './with-database'

const usage = `Use: npm run client -- add --redirect URL [--redirect URL …] [--preset NAME] [--name TEXT] [--json]
     npm run client -- admit URL   (the client id of an app that publishes its metadata)
Presets: ${Object.keys(presets).join(', ')}`

await withDatabase('npm run client', async () => {
  const { positionals, values } = read()
  if (positionals[0] === 'admit' && positionals[1]) {
    console.log(`${await admit(positionals[1])} is listed.`)
    return
  }
  if (positionals[0] !== 'add' || !values.redirect?.length) throw new StopError(usage)
  if (!isPreset(values.preset)) throw new StopError(`There is no preset ${values.preset}. ${usage}`)
  const { clientId, clientSecret } = await addClient({
    preset: values.preset,
    name: values.name,
    redirectUris: values.redirect,
  })
  if (values.json) {
    console.log(JSON.stringify({ client_id: clientId, client_secret: clientSecret }))
    return
  }
  console.log(`Client id      ${clientId}`)
  console.log(`Client secret  ${clientSecret}`)
  console.log('The secret is shown this once. Give both to the host.')
})

function read() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        preset: { type: 'string', default: 'custom' },
        redirect: { type: 'string', multiple: true },
        name: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new StopError(`${(error as Error).message}. ${usage}`)
  }
}
