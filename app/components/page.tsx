import type { ReactNode } from "react";
import { BackToLive } from "./back-to-live.tsx";
import { classNames } from "./class-names.ts";
import { Intro } from "./intro.tsx";
import { PageFooter } from "./page-footer.tsx";
import { type Crumb, CrumbHead, MainHead } from "./page-head.tsx";

export interface AppPageProps {
  readonly children: ReactNode;
  /** With these the head is the slim one of a screen that belongs to another. */
  readonly crumbs?: readonly Crumb[];
  /** At the right of the slim head: state, presence, buttons. */
  readonly headAside?: ReactNode;
  /** `full` leaves margins and scrolling to the screen. */
  readonly width?: "narrow" | "normal" | "wide" | "full";
}

const WIDTHS = {
  narrow: "mx-auto w-full max-w-2xl px-4 py-7 sm:px-6",
  normal: "mx-auto w-full max-w-[1180px] min-[1800px]:max-w-[1440px] px-4 py-7 sm:px-6",
  wide: "mx-auto w-full max-w-[1880px] px-4 py-6 sm:px-7",
  full: "flex w-full flex-1 flex-col",
};

/** The frame of every screen: head, content, foot. */
export function AppPage({ children, crumbs, headAside, width = "normal" }: AppPageProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      {crumbs === undefined ? <MainHead /> : <CrumbHead crumbs={crumbs} aside={headAside} />}
      <BackToLive />
      <Intro />
      <main
        id="content"
        tabIndex={-1}
        className={classNames("outline-none", WIDTHS[width], "print:max-w-none print:p-0")}
      >
        {children}
      </main>
      <PageFooter />
    </div>
  );
}

export interface PageHeadingProps {
  readonly heading: ReactNode;
  /** A line above: where one is. */
  readonly above?: ReactNode;
  /** A line below: what the page is. */
  readonly below?: ReactNode;
  readonly actions?: ReactNode;
}

/** The page's own heading with its buttons. */
export function PageHeading({ heading, above, below, actions }: PageHeadingProps) {
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {above !== undefined && <p className="text-[13px] text-muted">{above}</p>}
        <h1 className="text-[26px]/8 tracking-[-0.01em]">{heading}</h1>
        {below !== undefined && <p className="mt-1 text-muted">{below}</p>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
