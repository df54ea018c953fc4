import { type ReasonSide, type ReasonWords, shortReasons } from "#app/text/reason-text.ts";
import { descriptionTexts } from "#db/queries/board-page.ts";
import { type Finding, type FindingSide, findingReasons } from "#db/queries/findings.ts";
import type { Services } from "./load-context.server.ts";

type Told = Pick<Finding, "id" | "a" | "b">;

/** What speaks for each of some findings, in words, by the finding's id; the `count` that say most. */
export async function tellReasons(
  { db }: Pick<Services, "db">,
  findings: readonly Told[],
  { words, count }: { words: ReasonWords; count?: number },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const reasons = await findingReasons(
    db,
    findings.map(({ id }) => id),
  );
  const texts = await descriptionTexts(
    db,
    findings.flatMap(({ a, b }) => [a, b]),
  );
  return new Map(
    findings.map(({ id, a, b }, at) => {
      const pair = [toldSide(a, texts[2 * at]), toldSide(b, texts[2 * at + 1])] as const;
      return [id, shortReasons(reasons.get(id) ?? [], words, { count, pair })];
    }),
  );
}

const toldSide = ({ title, organisation }: FindingSide, description = ""): ReasonSide => ({
  municipality: organisation.name,
  title,
  description,
});
