import { inflateSync } from 'node:zlib'

/** Pixels of a PNG of 8 bits a channel, RGB or RGBA, not interlaced (PNG, third edition, §9). */
export function readPng(file: Uint8Array | undefined) {
  const bytes = Buffer.from(file ?? [])
  const [width, height, channels] = [
    bytes.readUInt32BE(16),
    bytes.readUInt32BE(20),
    bytes.readUInt8(25) === 6 ? 4 : 3,
  ]
  const lines = inflateSync(Buffer.concat(chunksOf(bytes, 'IDAT')))
  const length = width * channels
  let above = new Uint8Array(length)
  const pixels: number[][] = []
  for (let y = 0; y < height; y++) {
    const start = y * (length + 1)
    const line = new Uint8Array(length)
    for (let x = 0; x < length; x++) {
      const left = line[x - channels] ?? 0
      const up = above[x] ?? 0
      const corner = above[x - channels] ?? 0
      const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)]
      line[x] = (lines[start + 1 + x] ?? 0) + (guesses[lines[start] ?? 0] ?? 0)
    }
    for (let x = 0; x < length; x += channels) pixels.push([...line.subarray(x, x + channels)])
    above = line
  }
  return { width, height, channels, pixels }
}

function chunksOf(bytes: Buffer, type: string): Buffer[] {
  const found: Buffer[] = []
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === type) {
      found.push(bytes.subarray(at + 8, at + 8 + length))
    }
    at += length + 12
  }
  return found
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [toLeft, toUp, toCorner] = [left, up, corner].map((each) => Math.abs(guess - each))
  if (Number(toLeft) <= Number(toUp) && Number(toLeft) <= Number(toCorner)) return left
  return Number(toUp) <= Number(toCorner) ? up : corner
}
