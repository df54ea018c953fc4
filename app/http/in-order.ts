import { useState } from "react";
import type { Reply } from "./ask.ts";

/** Hands on what was answered, and resolves with the reply when it has. */
export type InOrder = <T>(asking: Promise<Reply<T>>, take: (value: T) => void) => Promise<Reply<T>>;

/** For what is asked again and again: an answer that comes after the one to a newer question is not taken. */
export function inOrder(): InOrder {
  let asked = 0;
  let taken = 0;
  return async (asking, take) => {
    const at = ++asked;
    const reply = await asking;
    if (reply.ok && at > taken) {
      taken = at;
      take(reply.value);
    }
    return reply;
  };
}

/** The same for as long as what asks stands on the page. */
export const useInOrder = (): InOrder => useState(inOrder)[0];
