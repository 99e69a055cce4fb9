/** The only moment at which they can be read. */
export function RecoveryCodeList({ codes }: { codes: string[] }) {
  return (
    <div className="space-y-5">
      <p role="status" className="rounded-lg bg-brass-tint px-4 py-3 text-brass">
        <strong>Keep these ten codes where your phone is not.</strong> Each signs you in once, in
        place of a code of the app. They are not shown again.
      </p>
      <ul
        aria-label="Recovery codes"
        className="grid gap-2 rounded-lg bg-sunken p-4 font-mono text-sm sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <a href="/account/security" className="button w-full">
        I have kept them
      </a>
    </div>
  )
}
