import type { ReactNode } from 'react'

type ArticleProps = { title: string; lead: string; children: ReactNode }

export function Article({ title, lead, children }: ArticleProps) {
  return (
    <article className="prose mx-auto px-4 pt-10 sm:px-6 sm:pt-16">
      <h1 className="text-4xl">{title}</h1>
      <p className="text-lg text-soft">{lead}</p>
      {children}
    </article>
  )
}
