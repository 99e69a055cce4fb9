import type { Wished } from '@/app/playground/hrefs'

type WishFieldsProps = { conversation: string; wished: Wished; prompt?: string }

/** A call as the hidden part of a form. */
export const WishFields = ({ conversation, wished, prompt }: WishFieldsProps) => (
  <>
    <input type="hidden" name="conversation" value={conversation} />
    <input type="hidden" name="installation" value={wished.installation} />
    <input type="hidden" name="operation" value={wished.operation} />
    <input type="hidden" name="input" value={wished.input} />
    {prompt && <input type="hidden" name="prompt" value={prompt} />}
  </>
)
