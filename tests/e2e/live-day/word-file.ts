/** What is inside a file for Word, read without the library that wrote it. */
import { inflateRawSync } from "node:zlib";

const CENTRAL = 0x02014b50;
const LOCAL_HEAD = 30;
const CENTRAL_HEAD = 46;

/** The files of a zip archive by name. @throws when it is none */
export function unzip(archive: Buffer): ReadonlyMap<string, Buffer> {
  const end = archive.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end < 0) throw new Error("It is no zip archive.");
  const count = archive.readUInt16LE(end + 10);
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let file = 0; file < count; file++) {
    if (archive.readUInt32LE(at) !== CENTRAL) throw new Error("Its list of files is broken.");
    const [nameLength, extra, remark] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const name = archive.toString("utf8", at + CENTRAL_HEAD, at + CENTRAL_HEAD + nameLength);
    files.set(name, contentOf(archive, at));
    at += CENTRAL_HEAD + nameLength + extra + remark;
  }
  return files;
}

function contentOf(archive: Buffer, at: number): Buffer {
  const [isDeflated, size] = [archive.readUInt16LE(at + 10) === 8, archive.readUInt32LE(at + 20)];
  const local = archive.readUInt32LE(at + 42);
  const from = local + LOCAL_HEAD + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const stored = archive.subarray(from, from + size);
  return isDeflated ? inflateRawSync(stored) : stored;
}
