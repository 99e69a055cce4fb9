import { Fragment } from 'react'
import { CopyButton, type CopyWords } from '@/app/ui/copy-button'

type SnippetProps = { label: string; text: string; words?: CopyWords }

/** What is pasted somewhere else, exactly so. It breaks between its words where it can. */
export function Snippet({ label, text, words }: SnippetProps) {
  return (
    <div>
      <p className="text-soft text-sm">{label}</p>
      <div className="mt-1 flex items-start gap-2">
        <code
          dir="ltr"
          className="code min-w-0 flex-1 select-all px-3 py-[0.4375rem] text-[0.8125rem]"
        >
          {text.split(' ').map((word, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a command may have a word twice
            <Fragment key={index}>
              {index > 0 && ' '}
              <span className="inline-block max-w-full">{word}</span>
            </Fragment>
          ))}
        </code>
        <CopyButton text={text} label={label} words={words} />
      </div>
    </div>
  )
}
