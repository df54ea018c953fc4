/** Texts as bytes: words come again in the next text, and so does all that JSON puts between them. */
import { ByteSource, ByteWriter } from "./bytes.ts";
import { Numbered, rowsOfBytes } from "./rows.ts";

const LAST_OF_ASCII = 0x7f;
const SPACE = 0x20;
/** Of letters and digits; everything beyond ASCII counts as a letter. */
const IN_WORD = Uint8Array.from({ length: LAST_OF_ASCII + 1 }, (_, code) =>
  /[a-z0-9]/i.test(String.fromCharCode(code)) ? 1 : 0,
);
const isInWord = (code: number): boolean => code > LAST_OF_ASCII || IN_WORD[code] === 1;

/** Where a piece ends: a word with the space after it, or what stands between two words. */
function endOfPiece(text: string, from: number): number {
  const isWord = isInWord(text.charCodeAt(from));
  let at = from + 1;
  while (at < text.length && isInWord(text.charCodeAt(at)) === isWord) at += 1;
  return isWord && text.charCodeAt(at) === SPACE ? at + 1 : at;
}

/** So many pieces have a number, and only short ones; the rest, which come once, are spelled out. */
const MOST_PIECES = 200_000;
const LONGEST_PIECE = 32;
/** What stands before a piece that is spelled out. */
const SPELLED = 0;

/** Texts by the place that the engine has given them. */
export class PackedTexts {
  readonly #pieces = new Numbered<string>();
  readonly #writer = new ByteWriter();
  readonly #rows = rowsOfBytes();

  write(place: number, text: string): void {
    this.#writer.length = 0;
    for (let from = 0, to = 0; from < text.length; from = to) {
      to = endOfPiece(text, from);
      this.#piece(text.slice(from, to));
    }
    this.#rows.write(place, this.#writer.bytes.subarray(0, this.#writer.length));
  }

  clear(place: number): void {
    this.#rows.clear(place);
  }

  text(place: number): string {
    const row = this.#rows.rowOf(place);
    const source = new ByteSource(row);
    let text = "";
    while (!source.isAtEnd) {
      const number = source.number();
      text +=
        number === SPELLED
          ? String.fromCharCode(...source.list(() => source.number()))
          : this.#pieces.thing(number - 1);
    }
    return text;
  }

  #piece(piece: string): void {
    const number = this.#numberOf(piece);
    this.#writer.number(number === undefined ? SPELLED : number + 1);
    if (number !== undefined) return;
    this.#writer.number(piece.length);
    for (let at = 0; at < piece.length; at += 1) this.#writer.number(piece.charCodeAt(at));
  }

  #numberOf(piece: string): number | undefined {
    if (piece.length > LONGEST_PIECE) return undefined;
    return this.#pieces.size < MOST_PIECES ? this.#pieces.numberOf(piece) : this.#pieces.knownNumberOf(piece);
  }
}
