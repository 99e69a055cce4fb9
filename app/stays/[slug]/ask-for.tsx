import type { ReactNode } from 'react'
import { getName } from '@/lib/listing/listing'

export async function AskFor({ name, city }: { name: string; city: string }) {
  return (
    <>
      <h2 className="mt-5 font-semibold">Book it by asking</h2>
      <p className="mt-1 text-soft text-sm">
        In an assistant that is connected to {await getName()}, say:
      </p>
      <ul className="mt-3 space-y-2">
        <Prompt>
          Is {name} in {city} free next weekend?
        </Prompt>
        <Prompt>Book {name} from Friday to Sunday for two.</Prompt>
      </ul>
      <a href="/connect" className="button mt-5 w-full">
        Connect an assistant
      </a>
    </>
  )
}

function Prompt({ children }: { children: ReactNode }) {
  return <li className="rounded-2xl rounded-br-md bg-tint px-4 py-2.5">{children}</li>
}
