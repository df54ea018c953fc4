import { expect, test } from "vitest";
import type { Reply } from "./ask.ts";
import { inOrder } from "./in-order.ts";

/** A question whose answer comes when the test says so. */
function question() {
  let answer = (_reply: Reply<string>): void => undefined;
  const asking = new Promise<Reply<string>>((resolve) => {
    answer = resolve;
  });
  return { asking, answer };
}

const said = (value: string): Reply<string> => ({ ok: true, value });
const UNREACHABLE: Reply<string> = { ok: false, because: "unreachable" };

function three() {
  const taken: string[] = [];
  const ask = inOrder();
  const questions = [question(), question(), question()] as const;
  const replies = questions.map(({ asking }) => ask(asking, (value) => taken.push(value)));
  return { taken, questions, replies };
}

test("an answer that comes after a newer one is not taken, and whoever asked has it all the same", async () => {
  const { taken, questions, replies } = three();
  for (const [index, name] of [
    [0, "first"],
    [2, "third"],
    [1, "second"],
  ] as const) {
    questions[index].answer(said(name));
    expect(await replies[index]).toEqual(said(name));
  }
  expect(taken).toEqual(["first", "third"]);
});

test("a question without an answer takes the place of none", async () => {
  const { taken, questions, replies } = three();
  questions[2].answer(UNREACHABLE);
  expect(await replies[2]).toEqual(UNREACHABLE);
  questions[1].answer(said("second"));
  await replies[1];
  expect(taken).toEqual(["second"]);
});
