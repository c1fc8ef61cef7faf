import type { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { TextDecoder } from 'node:util'

/** What reads the pieces of a text, and says what it found. */
export interface BodyReader<Facts> {
  /** Reads on; tells whether more is wanted. */
  write(text: string): boolean
  end(isWhole: boolean): Facts
}

/** How the bytes of a page are to be read. */
export interface BodyForm {
  /** As the header `content-encoding` has it. */
  readonly encoding: string
  readonly charset: string
  /** Whether one can tell a page that was cut from a whole one: its length is known, or it comes in chunks. */
  readonly isBounded: boolean
  /** Bytes, unpacked, of which no more are read. */
  readonly size: number
}

/** Reads a page until its reader has seen enough; throws where it breaks off before. */
export async function readBody<Facts>(
  body: Readable,
  reader: BodyReader<Facts>,
  { encoding, charset, isBounded, size }: BodyForm,
): Promise<Facts> {
  const decoder = createDecoder(charset)
  const seen = { bytes: 0, isWhole: true, tail: '', rest: 0 }
  const unpack = UNPACKERS[encoding.trim().toLowerCase()]
  const take = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      if (!seen.isWhole) {
        seen.rest += chunk.length
        if (seen.rest > REST) return
        continue
      }
      seen.bytes += chunk.length
      const text = decoder.decode(chunk, { stream: true })
      seen.tail = (seen.tail + text).slice(-TAIL)
      const isWanted = reader.write(text)
      seen.isWhole = isWanted && seen.bytes <= size
    }
  }
  try {
    await (unpack === undefined ? pipeline(body, take) : pipeline(body, unpack(), take))
  } catch (error) {
    // To stop early breaks the stream, and so does a page that is cut; only this one is no news.
    if (seen.isWhole) throw error
  }
  return reader.end(seen.isWhole && (isBounded || CLOSED.test(seen.tail)))
}

/** Bytes behind those that are wanted which are taken too: a connection that is read to its end serves again. */
const REST = 65_536

/** Characters in which a page's last tag is looked for. */
const TAIL = 1000

/** "</html>" */
const CLOSED = /<\/html\s*>/iu

const UNPACKERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** A page in a charset that nobody knows still has ids in ASCII. */
function createDecoder(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return new TextDecoder()
  }
}
