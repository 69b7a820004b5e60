import { readFileSync } from 'node:fs'

/**
 * Reads the cells of the dictionary. Its file is beside this module, and beside the bundle that this module becomes part of.
 * @throws the error of the file system if the file is missing
 */
export function readDictionaryFile(): Uint32Array {
  const bytes = readFileSync(new URL('./words.dawg', import.meta.url))
  // The file's are little-endian.
  if (new Uint8Array(Uint32Array.of(1).buffer)[0] === 0) bytes.swap32()
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / Uint32Array.BYTES_PER_ELEMENT)
}
