import { Field } from '@/app/ui/field'
import { reviewHosts } from '@/lib/listing/hosts'
import { fieldTitles, limitsOf, type TextField } from '@/lib/listing/limits'
import type { StoredListing } from '@/lib/listing/listing'
import { CountedField } from './counted-field'

const texts: [field: TextField, rows: number, hint: string][] = [
  ['name', 1, 'As people know it, on every surface and in the site’s header.'],
  ['nameForModel', 1, 'Letters and digits. A change is another plugin to those who installed it.'],
  ['subtitle', 1, 'A few words under the name.'],
  ['tagline', 1, 'No host shows it.'],
  ['descriptionForHuman', 2, 'One sentence for people.'],
  ['descriptionForModel', 4, 'Facts that a model needs to choose it, and no orders.'],
  ['descriptionForDirectory', 5, 'What somebody reads before they add it.'],
]

export const TextFields = ({ value }: { value: StoredListing }) =>
  texts.map(([field, rows, hint]) => (
    <CountedField
      key={field}
      name={field}
      label={fieldTitles[field]}
      hint={hint}
      value={value[field]}
      rows={rows}
      limits={limitsOf(field).map(({ host, most }) => ({ host: reviewHosts[host], most }))}
    />
  ))

const pages = [
  ['legalUrl', 'Legal page', '/legal'],
  ['privacyUrl', 'Privacy page', '/privacy'],
  ['supportUrl', 'Support page', '/support'],
] as const

export const AddressFields = ({ value }: { value: StoredListing }) => (
  <>
    <Field
      name="contactEmail"
      label="Contact address"
      type="email"
      defaultValue={value.contactEmail}
    />
    {pages.map(([name, label, own]) => (
      <Field
        key={name}
        name={name}
        label={label}
        hint={`Leave it empty for this site’s own ${own}.`}
        type="url"
        required={false}
        defaultValue={value[name]}
      />
    ))}
  </>
)

export const TokenFields = ({ value }: { value: StoredListing }) => (
  <>
    <Field
      name="appsChallenge"
      label="OpenAI apps challenge"
      hint="Served at /.well-known/openai-apps-challenge."
      required={false}
      autoComplete="off"
      defaultValue={value.appsChallenge}
    />
    <Field
      name="pluginToken"
      label="Verification token of 2023"
      hint="Stands in the manifest as verification_tokens.openai."
      required={false}
      autoComplete="off"
      defaultValue={value.pluginToken}
    />
  </>
)
