import { useEffect, useRef, useState } from "react";
import { ask } from "#app/http/ask.ts";
import type { Votes, VotesAtHand } from "./votes.server.ts";

export interface Voting {
  /** Null until the server has told which there are: a press would be counted from nothing. */
  readonly votes: Votes | null;
  readonly given: number;
  /** Sets how many a target has. */
  readonly give: (targetId: string, votes: number) => void;
  /** The last one was not taken: the votes shown are those that the server has. */
  readonly isRefused: boolean;
}

interface Ballot {
  readonly workshopId: string;
  readonly itemId: string;
  /** A seat at the table that its host votes for; null for one's own votes. */
  readonly seat: number | null;
}

const AGAIN_MS = 2_500;

/** Votes shown at once, and as the server has them once it has answered. */
export function useVotes({ workshopId, itemId, seat }: Ballot): Voting {
  const address = `/live/${workshopId}/votes`;
  const [votes, setVotes] = useState<Votes | null>(null);
  const [isRefused, setRefused] = useState(false);
  const sending = useRef(Promise.resolve());
  const presses = useRef(0);
  const isWrong = useRef(false);
  const again = useRef<ReturnType<typeof setTimeout>>();
  /** What the server has, unless something was pressed since that press. */
  const read = async (press: number) => {
    const reply = await ask<VotesAtHand>(address);
    if (presses.current !== press) return;
    if (!reply.ok) {
      again.current = setTimeout(readWhenSent, AGAIN_MS);
      return;
    }
    isWrong.current = false;
    setVotes(seat === null ? reply.value.own : (reply.value.seats[seat] ?? {}));
  };
  const readWhenSent = () => {
    const press = presses.current;
    void sending.current.then(() => read(press));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew for another ballot or another seat only
  useEffect(() => {
    // What comes in answer for the one before is not this one's.
    presses.current++;
    setVotes(null);
    readWhenSent();
    return () => {
      presses.current++;
      clearTimeout(again.current);
    };
  }, [address, itemId, seat]);
  const send = async (targetId: string, count: number, press: number) => {
    const body = new URLSearchParams({ item: itemId, target: targetId, votes: String(count) });
    if (seat !== null) body.set("seat", String(seat));
    const reply = await ask(address, { method: "POST", body });
    setRefused(!reply.ok);
    isWrong.current ||= !reply.ok;
    if (isWrong.current && press === presses.current) await read(press);
  };
  return {
    votes,
    given: Object.values(votes ?? {}).reduce((sum, count) => sum + count, 0),
    isRefused,
    give(targetId, count) {
      const press = ++presses.current;
      setVotes((before) => ({ ...before, [targetId]: count }));
      // One after the other: the budget is counted in the order of the presses.
      sending.current = sending.current.then(() => send(targetId, count, press));
    },
  };
}
