import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type WaitingAgreement, WaitingAgreements } from "./waiting-agreements.ts";

const AGREEMENT = {
  ...{
    id: "a",
    what: "Fælles kursus",
    owner: "0316",
    firstStep: "Ring",
    due: "2027-01-15",
    partners: "FOA",
    origin: "",
  },
};
const fetched = vi.fn<(address: string, init: { body: URLSearchParams }) => Promise<Response>>();
const said =
  (problems: object, status = 200) =>
  async () =>
    new Response(JSON.stringify({ problems }), { status });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", fetched);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  fetched.mockReset();
});

/** On a phone that keeps what it is told, as after a reload. */
function aPhone(kept = new Map<string, string>()) {
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const seen: (readonly WaitingAgreement[])[] = [];
  const waiting = new WaitingAgreements({
    ...{ workshopId: "w", participantId: "p", storage },
    onChange: (agreements) => seen.push(agreements),
  });
  return { waiting, kept };
}

test("an agreement that could not be sent waits on the phone, over a reload too, and is sent by the same id until it is there", async () => {
  fetched.mockRejectedValueOnce(new TypeError("offline"));
  const first = aPhone();
  first.waiting.add(AGREEMENT);
  await vi.advanceTimersByTimeAsync(0);
  first.waiting.stop();
  expect(first.waiting.state).toEqual([{ ...AGREEMENT, isRefused: false }]);
  fetched.mockRejectedValueOnce(new TypeError("offline")).mockImplementationOnce(said({}));
  const again = aPhone(first.kept);
  again.waiting.send();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(again.waiting.state).toEqual([]);
  expect(fetched.mock.calls.map(([address, { body }]) => [address, body.get("intent"), body.get("id")])).toEqual(
    Array.from({ length: 3 }, () => ["/live/w/commitments", "save", "a"]),
  );
});

test("one that the server does not take stays to be mended, and the next is sent all the same", async () => {
  fetched.mockImplementationOnce(said({ due: "past" }, 422)).mockImplementationOnce(said({}));
  const { waiting } = aPhone();
  waiting.add(AGREEMENT);
  waiting.add({ ...AGREEMENT, id: "b" });
  await vi.advanceTimersByTimeAsync(0);
  expect(waiting.state).toEqual([{ ...AGREEMENT, isRefused: true }]);
  fetched.mockImplementationOnce(said({}));
  waiting.add({ ...AGREEMENT, due: "2027-02-01" });
  await vi.advanceTimersByTimeAsync(0);
  expect(waiting.state).toEqual([]);
});
