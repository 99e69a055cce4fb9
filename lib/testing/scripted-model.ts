import { createServer, type Server } from 'node:http'

type Asked = {
  messages: { role: string; content: unknown }[]
  tools: { function: { name: string } }[]
}

/** What the model says to what it was asked: a text, or a call of the tool whose name ends so. */
export type Says = (asked: Asked) => string | { call: string; input: object }

/** Speaks the OpenAI protocol and thinks nothing. */
export async function serveModel(port: number, says: Says): Promise<Server> {
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const asked = JSON.parse(body) as Asked
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const chunk of chunksOf(says(asked), asked)) {
      response.write(
        `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', ...chunk })}\n\n`,
      )
    }
    response.end('data: [DONE]\n\n')
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return server
}

function chunksOf(said: ReturnType<Says>, { tools }: Asked): object[] {
  const chunk = (delta: object, finish_reason: string | null = null) => ({
    choices: [{ index: 0, delta, finish_reason }],
  })
  if (typeof said === 'string') {
    const words = said.split(/(?<= )/)
    return [...words.map((content) => chunk({ role: 'assistant', content })), chunk({}, 'stop')]
  }
  const names = tools.map((tool) => tool.function.name)
  const name = names.find((one) => one.endsWith(said.call)) ?? said.call
  const call = { name, arguments: JSON.stringify(said.input) }
  const delta = { tool_calls: [{ index: 0, id: 'call_x', type: 'function', function: call }] }
  return [chunk(delta), chunk({}, 'tool_calls')]
}
