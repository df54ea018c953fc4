import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { actOnQuestions, loadOwnQuestions } from "./actions.server.ts";

export const loader = (args: LoaderFunctionArgs) => loadOwnQuestions(args);

export const action = (args: ActionFunctionArgs) => actOnQuestions(args);
