import { useCallback, useEffect, useRef, useState } from "react";
import { showToast } from "#app/components/toast.tsx";
import { ask, type Reply } from "#app/http/ask.ts";
import { useInOrder } from "#app/http/in-order.ts";
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
  const inOrder = useInOrder();
  const { t } = useTranslation(["stage", "common"]);
  const address = `/workshops/${workshopId}/live/act`;
  const post = useCallback(
    (fields: Readonly<Record<string, string>>) =>
      inOrder(answerTo(address, fields), (answer) => setBeside(answer.beside)),
    [inOrder, address],
  );
  const send = useCallback<Send>(
    async (intent, fields = {}) => {
      const reply = await post({ intent, ...fields });
      if (!reply.ok) showToast({ text: t(`common:withoutAnswer.${reply.because}`) });
      else if (reply.value.refused !== null) showToast({ text: t(`refused.${reply.value.refused}`) });
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
      void inOrder(ask<Beside>(address), setBeside);
    }, LOOK_MS);
    return () => clearTimeout(look);
  }, [inOrder, written, address]);
  return { send, beside };
}

/** A refused move is an answer too. */
async function answerTo(address: string, fields: Readonly<Record<string, string>>): Promise<Reply<Answer>> {
  try {
    const response = await fetch(address, { method: "POST", body: new URLSearchParams(fields) });
    if (response.status === 401) return { ok: false, because: "signed-out" };
    if (!response.ok && response.status !== 409) return { ok: false, because: "refused" };
    return { ok: true, value: (await response.json()) as Answer };
  } catch {
    return { ok: false, because: "unreachable" };
  }
}
