import type { ActionFunctionArgs } from "@remix-run/node";
import { actOnEntries } from "./actions.server.ts";

export const action = (args: ActionFunctionArgs) => actOnEntries(args);
