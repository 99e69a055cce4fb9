import { logoFaults } from '@/lib/listing/picture'

type LogoFormProps = {
  path: string
  isOwn: boolean
  /** Why the last one was not taken, by its name in the address. */
  fault: unknown
}

const faults: Record<string, string> = {
  ...logoFaults,
  role: 'Only operators can change this.',
  meanwhile: 'Somebody else changed the listing while you did. Upload it again.',
}

/** A plain form to a route: what a server action takes is less than a picture may have. */
export function LogoForm({ path, isOwn, fault }: LogoFormProps) {
  const error = typeof fault === 'string' ? (faults[fault] ?? null) : null
  return (
    <form
      id="logo"
      method="post"
      encType="multipart/form-data"
      action="/admin/listing/logo"
      className="mt-4 flex flex-wrap items-center gap-4"
    >
      {/* biome-ignore lint/performance/noImgElement: 512² of our own, shown as it is served */}
      <img
        src={path}
        alt="The logo as it is"
        width={64}
        height={64}
        className="size-16 rounded-xl"
      />
      <div className="min-w-0 flex-1 basis-64">
        <label htmlFor="file" className="font-medium">
          {isOwn ? 'Another logo' : 'Your own logo'}
        </label>
        <p id="file-hint" className="text-soft text-sm">
          A PNG of at least 512 × 512, at most 5 MB.
        </p>
        <input
          id="file"
          name="file"
          type="file"
          accept="image/png"
          required
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'file-hint file-error' : 'file-hint'}
          className="mt-1.5 block w-full text-sm file:me-3 file:cursor-pointer file:rounded-lg file:border file:border-edge file:bg-sunken file:px-3 file:py-1.5 file:font-medium file:text-ink"
        />
        {error && (
          <p id="file-error" role="alert" className="mt-1.5 font-medium text-danger text-sm">
            {error}
          </p>
        )}
      </div>
      <button type="submit" className="button button-quiet">
        Upload
      </button>
    </form>
  )
}
