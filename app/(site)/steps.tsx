const toSteps = (name: string) => [
  {
    title: 'Connect it once',
    text: `Add ${name} in your assistant. It sends you here to sign in, and you read what it asks for before anything is shared.`,
  },
  {
    title: 'Ask in your own words',
    text: 'The assistant does the searching and the booking, with your account and only within what you allowed.',
  },
  {
    title: 'Take it back',
    text: 'Your account lists every connection. Disconnect one, and the next thing it tries is refused.',
  },
]

export function Steps({ name }: { name: string }) {
  return (
    <section aria-labelledby="how" className="mt-20 lg:mt-28">
      <h2 id="how" className="text-3xl">
        Your account, your say
      </h2>
      <ol className="mt-8 grid gap-8 sm:grid-cols-3">
        {toSteps(name).map(({ title, text }, index) => (
          <li key={title} className="border-brass border-t-2 pt-4">
            <p aria-hidden="true" className="font-mono text-brass text-sm">
              {index + 1}
            </p>
            <h3 className="mt-1 text-lg">{title}</h3>
            <p className="mt-2 text-soft">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
