import { chatHref } from '@/app/playground/hrefs'

export const Exports = ({ id }: { id: string }) => (
  <>
    {(['har', 'md'] as const).map((as) => (
      <a
        key={as}
        href={`${chatHref(id)}/export?as=${as}`}
        className="button button-quiet button-small"
        download
      >
        Download {as === 'har' ? 'HAR' : 'Markdown'}
      </a>
    ))}
  </>
)
