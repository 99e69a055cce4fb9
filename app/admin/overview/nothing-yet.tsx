import { Part } from '@/app/admin/ui/part'

/** Before the first connection: the shortest way to one. */
export const NothingYet = () => (
  <Part id="first" title="Nothing is connected yet">
    <div className="card mt-4 border-dashed p-6">
      <ol className="max-w-xl list-decimal space-y-2 ps-5 text-soft marker:text-brass">
        <li>Choose an assistant on the connect page, and give it the address that stands there.</li>
        <li>Sign in where it leads you, and allow what it asks for.</li>
        <li>Ask it for something. Its first call shows up here within seconds.</li>
      </ol>
      <p className="mt-5">
        <a href="/connect" className="button">
          Connect an assistant
        </a>
      </p>
    </div>
  </Part>
)
