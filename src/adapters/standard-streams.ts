import { fstatSync, readSync, writeSync } from 'node:fs'
import { CrossoffError } from '../errors.ts'
import { hasCode, reasonOf } from './system-error.ts'

/** Number of a stream that every process is started with. */
export type StreamNumber = 0 | 1 | 2

/**
 * Writes a text to standard output or standard error, whole.
 *
 * Written straight to the descriptor: `process.stdout` takes a millisecond to set up and loses what
 * is pending when the process ends. A reader that has gone away ends the output silently.
 */
export function writeStream(stream: StreamNumber, text: string): void {
  const bytes = Buffer.from(text, 'utf8')
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(stream, bytes, written)
    } catch (cause) {
      if (hasCode(cause, 'EPIPE')) return
      if (!hasCode(cause, 'EAGAIN')) {
        throw new CrossoffError('file-io', `the output cannot be written: ${reasonOf(cause)}`, {
          cause,
        })
      }
      waitForPeer()
    }
  }
}

/** Reads standard input to its end, as bytes. */
export function readStandardInput(): Uint8Array {
  const pieces: Uint8Array[] = []
  for (let piece = readPiece(); piece.length > 0; piece = readPiece()) pieces.push(piece)
  return Buffer.concat(pieces)
}

function readPiece(): Uint8Array {
  const piece = Buffer.alloc(1 << 16)
  for (;;) {
    try {
      return piece.subarray(0, readSync(0, piece))
    } catch (cause) {
      // Windows says so where the input has ended.
      if (hasCode(cause, 'EOF')) return piece.subarray(0, 0)
      if (!hasCode(cause, 'EAGAIN')) {
        throw new CrossoffError('file-io', `standard input cannot be read: ${reasonOf(cause)}`, {
          cause,
        })
      }
      waitForPeer()
    }
  }
}

/** Tells whether a stream is a terminal. */
export function isTerminal(stream: StreamNumber): boolean {
  // Loading the module takes five milliseconds, for nothing where the stream is a pipe or a file.
  return isDevice(stream) && process.getBuiltinModule('node:tty').isatty(stream)
}

function isDevice(stream: StreamNumber): boolean {
  try {
    return fstatSync(stream).isCharacterDevice()
  } catch {
    // Closed: what is not there is no terminal.
    return false
  }
}

/** A pipe that does not block is full or empty: the other side gets a moment. */
function waitForPeer(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2)
}
