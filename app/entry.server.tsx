import { PassThrough } from "node:stream";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { languageOf } from "#app/http/language.server.ts";
import { PageFactsProvider } from "./page-context.tsx";
import { i18nOf } from "./text/i18n.server.ts";

const ABORT_MS = 10_000;

type Positional = [
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
];

/** Sends the page as it is rendered; robots get it whole. */
export default function handleRequest(...[request, status, headers, remixContext, loadContext]: Positional) {
  const { cspNonce: nonce, requestId } = loadContext;
  const page = (
    <PageFactsProvider value={{ nonce }}>
      <I18nextProvider i18n={i18nOf(languageOf(request, loadContext))}>
        <RemixServer context={remixContext} url={request.url} abortDelay={ABORT_MS} nonce={nonce} />
      </I18nextProvider>
    </PageFactsProvider>
  );
  return new Promise<Response>((resolve, reject) => {
    let failed = false;
    const send = () => {
      const body = new PassThrough();
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      [isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady"]: send,
      // The page is rendered once more with its error boundary, which then knows what to look up in the log.
      onShellError: () => reject(Response.json({ requestId }, { status: 500 })),
      onError(error) {
        failed = true;
        loadContext.reportError(error, request);
      },
    });
    setTimeout(abort, ABORT_MS + 1_000).unref();
  });
}

/** What Remix itself stumbles over. Loaders, actions and renderings tell theirs, and throw a response to say so. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  // The visitor went away; nothing is wrong.
  if (!request.signal.aborted && !(error instanceof Response)) context.reportError(error, request);
}
