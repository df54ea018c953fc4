import type { ActionFunctionArgs } from "@remix-run/node";
import { eraseFromBin } from "./erasing.server.ts";

/** `POST initiative` → away for good, with `erased`: false when it does not lie in the bin any more. */
export const action = ({ request, params, context }: ActionFunctionArgs) =>
  eraseFromBin({ context, request, boardId: params.boardId ?? "" });
