import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to the server that can be cut and mended: an unplugged cable, a restart. */
export async function openGate(serverUrl: string) {
  const { hostname, port } = new URL(serverUrl)
  const sockets = new Set<Socket>()
  let isCut = false
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  }
  const gate = createServer(caller => {
    keep(caller)
    if (isCut) {
      caller.destroy()
      return
    }
    const server = connect(Number(port), hostname)
    keep(server)
    caller.pipe(server).pipe(caller)
    caller.on('close', () => server.destroy())
    server.on('close', () => caller.destroy())
  })
  const cut = () => {
    isCut = true
    for (const socket of sockets) socket.destroy()
  }
  await new Promise<void>(resolve => gate.listen(0, '127.0.0.1', resolve))
  const address = gate.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut,
    mend() {
      isCut = false
    },
    async close() {
      cut()
      await new Promise(resolve => gate.close(resolve))
    },
  }
}
