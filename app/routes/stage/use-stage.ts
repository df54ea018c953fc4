import { useCallback, useEffect, useRef, useState } from "react";
import { showToast } from "#app/components/toast.tsx";
import { ask, type WithoutAnswer } from "#app/http/ask.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { HEARTBEAT_MS, type StageRefusal } from "#domain/live/stage-move.ts";
import type { Beside } from "./beside.server.ts";

/** Does something on the stage; what follows from it comes by the room. Resolves when the server has answered. */
export type Send = (intent: string, fields?: Readonly<Record<string, string>>) => Promise<void>;

export interface StageHands {
  readonly send: Send;
  /** What only facilitators see, as the server said last. */
  readonly beside: Beside;
}

interface Answer {
  readonly refused: StageRefusal | null;
  readonly beside: Beside;
}

/** Between two looks at what is written: forty people write at once. */
const LOOK_MS = 700;

/**
 * The hands of a facilitator's page: what it does, and the sign that it gives every few seconds. By plain fetch: while the
 * wifi is gone the page must stand.
 *
 * @param written changes when something was written that only facilitators see
 */
export function useStage(workshopId: string, loaded: Beside, written: string): StageHands {
  const [beside, setBeside] = useState(loaded);
  const { t } = useTranslation(["stage", "common"]);
  const address = `/workshops/${workshopId}/live/act`;
  const post = useCallback(
    async (fields: Readonly<Record<string, string>>) => {
      const reply = await answerTo(address, fields);
      if ("beside" in reply) setBeside(reply.beside);
      return reply;
    },
    [address],
  );
  const send = useCallback<Send>(
    async (intent, fields = {}) => {
      const reply = await post({ intent, ...fields });
      if ("failed" in reply) showToast({ text: t(`common:withoutAnswer.${reply.failed}`) });
      else if (reply.refused !== null) showToast({ text: t(`refused.${reply.refused}`) });
    },
    [post, t],
  );
  useEffect(() => {
    const sign = () => void post({ intent: "heartbeat" });
    sign();
    const signs = setInterval(sign, HEARTBEAT_MS);
    return () => clearInterval(signs);
  }, [post]);
  const seen = useRef(written);
  useEffect(() => {
    if (seen.current === written) return;
    const look = setTimeout(() => {
      seen.current = written;
      void ask<Beside>(address).then((reply) => reply.ok && setBeside(reply.value));
    }, LOOK_MS);
    return () => clearTimeout(look);
  }, [written, address]);
  return { send, beside };
}

/** A refused move is an answer too. */
async function answerTo(
  address: string,
  fields: Readonly<Record<string, string>>,
): Promise<Answer | { readonly failed: WithoutAnswer }> {
  try {
    const response = await fetch(address, { method: "POST", body: new URLSearchParams(fields) });
    if (response.status === 401) return { failed: "signed-out" };
    if (!response.ok && response.status !== 409) return { failed: "refused" };
    return (await response.json()) as Answer;
  } catch {
    return { failed: "unreachable" };
  }
}
