import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import type { SearchParams } from '@/app/admin/ui/asking'
import { Done } from '@/app/admin/ui/done'
import { PageHead } from '@/app/admin/ui/page-head'
import { ActionForm } from '@/app/ui/action-form'
import { FormErrors } from '@/app/ui/form-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import { env } from '@/lib/env'
import { getListingForChange, toListing } from '@/lib/listing/listing'
import { catalog } from '@/lib/operations'
import { toStarters } from '@/lib/plugin/copilot/manifest'
import { saveListing } from './actions'
import { AddressFields, TextFields, TokenFields } from './fields'
import { LogoForm } from './logo-form'
import { Previews } from './previews'
import { Tabs } from './tabs'

export const metadata: Metadata = { title: 'Listing and review' }

export default async function ListingPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const { saved, logo } = await searchParams
  const { value, version } = await getListingForChange()
  const listing = toListing(value, env().origin)
  const logoPath = new URL(listing.logoUrl).pathname
  const starters = toStarters(catalog.operations).map(({ text }) => text)
  return (
    <>
      <PageHead
        title="Listing and review"
        lead="What every surface says of this plugin. A change holds within a second; what a host shows in its directory is changed there."
      />
      <Tabs current="/admin/listing" />
      {saved && <Done>Saved. Every surface says it from now on.</Done>}
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="space-y-8">
          <section aria-labelledby="picture" className="card p-6">
            <h2 id="picture" className="text-xl">
              Logo
            </h2>
            <LogoForm path={logoPath} isOwn={value.logo !== ''} fault={logo} />
          </section>
          <section aria-labelledby="texts" className="card p-6">
            <h2 id="texts" className="text-xl">
              Texts and addresses
            </h2>
            <ActionForm act={saveListing} className="mt-4 space-y-6">
              <input type="hidden" name="version" value={version} />
              <FormErrors />
              <TextFields value={value} />
              <AddressFields value={value} />
              <TokenFields value={value} />
              <SubmitButton className="button">Save</SubmitButton>
            </ActionForm>
          </section>
        </div>
        <section aria-labelledby="previews">
          <h2 id="previews" className="text-xl">
            As hosts show it
          </h2>
          <p className="mt-1 text-soft text-sm">
            Imitations of what is saved, cut where the host cuts.
          </p>
          <Previews listing={listing} logoPath={logoPath} starters={starters} />
        </section>
      </div>
    </>
  )
}
