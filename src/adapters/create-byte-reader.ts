/** Reads a stream of bytes in pieces of a length that the reader tells. */
export interface ByteReader {
  /** Reads to the next line break, which is left out; `undefined` where none comes any more. */
  line(): Promise<string | undefined>
  /** Reads so many bytes, into memory of their own; `undefined` where there are not so many. */
  bytes(count: number): Promise<Uint8Array | undefined>
}

/** Makes a reader that never holds more than a chunk, and the piece that is asked for. */
export function createByteReader(chunks: AsyncIterable<Buffer>): ByteReader {
  const source = chunks[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.of()
  const hasMore = async (): Promise<boolean> => {
    if (rest.length > 0) return true
    const next = await source.next()
    if (next.done === true) return false
    rest = next.value
    return true
  }
  const take = (count: number): Buffer => {
    const taken = rest.subarray(0, count)
    rest = rest.subarray(count)
    return taken
  }
  return {
    line: async () => {
      const pieces: Buffer[] = []
      while (await hasMore()) {
        const end = rest.indexOf('\n')
        pieces.push(take(end === -1 ? rest.length : end + 1))
        if (end !== -1) return Buffer.concat(pieces).toString('latin1').slice(0, -1)
      }
      return undefined
    },
    bytes: async (count) => {
      const bytes = new Uint8Array(count)
      for (let filled = 0; filled < count;) {
        if (!(await hasMore())) return undefined
        const piece = take(count - filled)
        bytes.set(piece, filled)
        filled += piece.length
      }
      return bytes
    },
  }
}
