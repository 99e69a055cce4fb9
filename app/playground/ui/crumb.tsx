export const Crumb = () => (
  <p className="mb-3 text-sm">
    <a href="/playground" className="link">
      ← Playground
    </a>
  </p>
)
