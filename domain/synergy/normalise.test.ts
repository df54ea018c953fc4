import { expect, test } from "vitest";
import { danishSpellings, deletions, fold, stem, tokenise, transpositions } from "./normalise.ts";

const words = (text: string) => tokenise(text).map((token) => token.text);
const sentences = (text: string) => new Set(tokenise(text).map((token) => token.sentence)).size;

test("T1 case, Unicode form and aa make no difference", () => {
  expect(fold("AABENRAA")).toBe(fold("Åbenrå"));
  expect(fold("Ærø".normalize("NFD"))).toBe("ærø");
});

test("T1 offsets are those of the text as written, also when it is decomposed", () => {
  const text = "Få en å".normalize("NFD");
  const last = tokenise(text).at(-1);
  expect(text.slice(last?.from, last?.to).normalize("NFC")).toBe("å");
});

test("T1 emoji before a word move its offset by their UTF-16 units", () => {
  const text = "👩‍⚕️ Fritidsjob";
  const [token] = tokenise(text);
  expect(text.slice(token?.from, token?.to)).toBe("Fritidsjob");
});

test.each([
  ["SOSU-elever", ["sosu", "elever"]],
  ["9.-klasse", ["9", "klasse"]],
  ["15-17-årige", ["15", "17", "årige"]],
  ["2x1,5 t.", ["2", "x", "1", "5", "t"]],
  ["fri\u0301 \u0301ja ½½", ["frí", "ja", "½½"]],
  ["\u{1d400}\u{1d401}\u{1d7ce}!\u{1f600}\ud835 x\udc00", ["\u{1d400}\u{1d401}", "\u{1d7ce}", "x"]],
  ["", []],
  ["  … – !", []],
])("T2 %j is split into words", (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test.each([
  ["Unge fra 9. kl. ind på plejehjem", 1],
  ["To gange pr. uge i oplæringen", 1],
  ["De lærer dansk. De er i praktik.", 2],
  ["Skal vi prøve? Ja!", 2],
  ["Løn – og skole", 2],
  ["En linje\nen anden", 2],
  ["Fraværet er nede på 7,5 procent", 1],
])("T3 %j has %i sentence(s)", (text, expected) => {
  expect(sentences(text)).toBe(expected);
});

test.each([
  ["Nyudd. sygepl. får makker", "nyuddannede sygeplejersker får makker"],
  ["Sygeplejestud. og praktikvejl.", "sygeplejestuderende og praktikvejleder"],
  ["MEDARB. M. ANDET MODERSMÅL", "medarbejdere m andet modersmål"],
])("T5 %j is read in full", (text, expected) => {
  expect(words(text).join(" ")).toBe(expected);
  expect(sentences(text)).toBe(1);
});

test("T5 a shortened word may end a sentence, and stands where it was written", () => {
  expect(sentences("Makker til nye medarb. Start i august")).toBe(2);
  const text = "Hold for nyudd. i plejen";
  const [, , word] = tokenise(text);
  expect(text.slice(word?.from, word?.to)).toBe("nyudd");
});

test("T6 ae and oe may be æ and ø, each by itself", () => {
  expect(danishSpellings("laerer")).toEqual(["lærer"]);
  expect(danishSpellings("aeldremoede")).toEqual(["ældremøde", "ældremoede", "aeldremøde"]);
  expect(danishSpellings("elev")).toEqual([]);
});

test.each([
  ["fritidsjobbet", "fritidsjob"],
  ["fritidsjobs", "fritidsjob"],
  ["vejlederne", "vejleder"],
  ["vejlederes", "vejleder"],
  ["elevernes", "elev"],
  ["vagtplaner", "vagtplan"],
  ["kolleger", "kollegerne"],
  ["nyuddannede", "nyuddannet"],
])("F2 %s and %s have one stem", (a, b) => {
  expect(stem(a)).toBe(stem(b));
});

test("F2 short words keep their letters", () => {
  expect(stem("ung")).toBe("ung");
  expect(stem("gf")).toBe("gf");
});

test("F6 every swap of neighbours is tried but the first letter stays", () => {
  expect(transpositions("elev")).toEqual(["eelv", "elve"]);
  for (const variant of transpositions("mentor")) expect(variant[0]).toBe("m");
});

test("F6 a word without each of its later letters", () => {
  expect(deletions("løn")).toEqual(["ln", "lø"]);
  expect(deletions("")).toEqual([]);
});
