import regular from "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2?url";
import semibold from "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import { I18nProvider } from "react-aria-components";
import { useTranslation } from "#app/text/use-translation.ts";
import { AppPage } from "./components/page.tsx";
import { ProblemMessage } from "./components/problem-message.tsx";
import { type Shell, ShellProvider } from "./components/shell-context.tsx";
import { Toasts } from "./components/toast.tsx";
import { languageOf } from "./http/language.server.ts";
import { problemOf, troubleFactsOf } from "./http/problem.ts";
import { shellOf } from "./http/shell.server.ts";
import { usePageFacts } from "./page-context.tsx";
import styles from "./styles/app.css?url";
import { useLiveShell } from "./use-live-shell.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  ...[regular, semibold].map((href) => ({
    rel: "preload" as const,
    as: "font" as const,
    type: "font/woff2",
    href,
    crossOrigin: "anonymous" as const,
  })),
];

export const meta: MetaFunction = () => [{ title: "Sammenspil" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { language: languageOf(request, context), shell: await shellOf(context) };
}

/** Another view of the same page (a filter, an open card) changes nothing of the frame around it. */
export function shouldRevalidate(asked: ShouldRevalidateFunctionArgs): boolean {
  const { currentUrl, nextUrl, formMethod, defaultShouldRevalidate } = asked;
  const isOtherView = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return formMethod === undefined && isOtherView ? false : defaultShouldRevalidate;
}

const ANONYMOUS: Shell = { demo: false, person: null };

export function Layout({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const { nonce } = usePageFacts();
  // Absent when the loader itself failed.
  const data = useRouteLoaderData<typeof loader>("root");
  const shell = useLiveShell(data?.shell ?? ANONYMOUS);
  return (
    <html lang={i18n.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <a
          href="#content"
          className="sr-only rounded-md bg-primary px-4 py-2 font-semibold text-white focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
        >
          {t("skipToContent")}
        </a>
        <I18nProvider locale={i18n.language === "en" ? "en-US" : "da-DK"}>
          <ShellProvider value={shell}>
            {children}
            <Toasts />
          </ShellProvider>
        </I18nProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  useEffect(() => {
    // From here on keys are heard and forms are sent by script: who drives the page by machine waits for it.
    document.documentElement.dataset["alive"] = "";
  }, []);
  return <Outlet />;
}

/** Anything that went wrong on the way to a page, in the look of the product and with a way back. */
export function ErrorBoundary() {
  const error = useRouteError();
  const facts = troubleFactsOf(error);
  return (
    <AppPage width="narrow">
      <ProblemMessage problem={problemOf(error)} requestId={facts?.requestId ?? null} again={facts?.again ?? null} />
    </AppPage>
  );
}
