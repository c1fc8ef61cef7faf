import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on this machine. */
export interface WebServer {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string
  readonly port: number
  /** How many connections were made to it. */
  connections(): number
  close(): Promise<void>
}

/** Starts a server on loopback. */
export async function startWebServer(listener: RequestListener): Promise<WebServer> {
  const server: Server = createServer(listener)
  let connections = 0
  server.on('connection', () => connections++)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    port,
    connections: () => connections,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
