/** Whether bytes are a PNG, JPEG or WebP, by the first of them: an SVG, for one, is a document. */
export const isPicture = (bytes: Buffer): boolean =>
  bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n' ||
  bytes.subarray(0, 3).toString('latin1') === '\xff\xd8\xff' ||
  /^RIFF.{4}WEBP$/s.test(bytes.subarray(0, 12).toString('latin1'))
