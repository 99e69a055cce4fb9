/** What the operator types to let an assistant in. It breaks between its words only. */
export function RegisterCommand() {
  return (
    <code className="code mt-2 block p-3">
      {['npm run client -- add', '--preset chatgpt-plugin', '--redirect URL'].map((words) => (
        <span key={words}>
          <span className="inline-block">{words}</span>{' '}
        </span>
      ))}
    </code>
  )
}
