declare module 'swagger-ui-dist/oauth2-redirect.js'

declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  type Viewer = { initOAuth: (options: Record<string, unknown>) => void }
  const SwaggerUI: (options: Record<string, unknown>) => Viewer
  export default SwaggerUI
}
