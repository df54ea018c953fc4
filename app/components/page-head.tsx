import { Link, NavLink, useLocation } from "@remix-run/react";
import { Menu as MenuIcon } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "#app/text/use-translation.ts";
import { classNames } from "./class-names.ts";
import { Disclosure } from "./disclosure.tsx";
import { InboxLink } from "./inbox-link.tsx";
import { Logo } from "./logo.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { SearchField } from "./search-field.tsx";
import { useShell } from "./shell-context.tsx";

export interface Crumb {
  readonly label: string;
  /** Absent for the page itself, the last one. */
  readonly href?: string;
}

const NAVIGATION = [
  { href: "/", key: "overview" },
  { href: "/workshops", key: "workshops" },
  { href: "/compare", key: "compare" },
  { href: "/actors", key: "actors" },
] as const;

const barClass =
  "sticky top-0 z-30 border-b border-line bg-surface print:static print:border-0 [&>div]:flex [&>div]:min-h-14 [&>div]:items-center [&>div]:gap-x-3 [&>div]:px-3 sm:[&>div]:px-5";

function Home({ isNameHidden = false }: { readonly isNameHidden?: boolean }) {
  const { t } = useTranslation("common");
  return (
    <Link to="/" className="flex shrink-0 items-center gap-2 text-base font-semibold text-ink">
      <Logo />
      <span className={isNameHidden ? "max-md:sr-only" : undefined}>{t("product")}</span>
    </Link>
  );
}

function DemoMark() {
  const { t } = useTranslation("common");
  return (
    <span
      title={t("demoExplained")}
      className="shrink-0 rounded-full bg-gap-on px-2 py-0.5 text-xs/4 font-semibold text-gap"
    >
      {t("demo")}
    </span>
  );
}

/** The head of the screens one gets to by the menu. */
export function MainHead() {
  const { t } = useTranslation("common");
  const { demo, person } = useShell();
  return (
    <header className={barClass}>
      <div>
        <Home isNameHidden={person !== null} />
        {demo && <DemoMark />}
        {person === null ? (
          <SignInLink />
        ) : (
          <>
            <nav aria-label={t("nav.label")} className="max-md:hidden">
              <NavigationLinks className="flex" />
            </nav>
            <div className="ml-auto flex items-center gap-2 sm:gap-3 print:hidden">
              <SearchField />
              <InboxLink unread={person.unread} />
              <PersonMenu person={person} />
              <Disclosure
                className="md:hidden"
                label={t("nav.open")}
                trigger={<MenuIcon className="size-5" aria-hidden="true" />}
              >
                <nav aria-label={t("nav.label")}>
                  <NavigationLinks className="grid" />
                </nav>
              </Disclosure>
            </div>
          </>
        )}
      </div>
    </header>
  );
}

function SignInLink() {
  const { t } = useTranslation("common");
  if (useLocation().pathname.startsWith("/sign-in")) return null;
  return (
    <Link to="/sign-in" className="link ml-auto font-medium">
      {t("person.signIn")}
    </Link>
  );
}

const linkClass = ({ isActive }: { isActive: boolean }) =>
  classNames(
    "flex min-h-10 items-center px-2 hover:text-primary md:min-h-14 md:border-b-2 md:pt-0.5",
    isActive ? "font-semibold text-ink md:border-primary" : "text-muted md:border-transparent",
  );

function NavigationLinks({ className }: { readonly className: string }) {
  const { t } = useTranslation("common");
  const { person } = useShell();
  const hidden = [!person?.comparesMunicipalities && "compare", !person?.readsActors && "actors"];
  return (
    <ul className={className}>
      {NAVIGATION.filter(({ key }) => !hidden.includes(key)).map(({ href, key }) => (
        <li key={href}>
          <NavLink to={href} end={href === "/"} className={linkClass} prefetch="intent">
            {t(`nav.${key}`)}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

export interface CrumbHeadProps {
  readonly crumbs: readonly Crumb[];
  readonly aside?: ReactNode;
}

/** The slim head of a screen that belongs to another: where one is, and the screen's own tools. */
export function CrumbHead({ crumbs, aside }: CrumbHeadProps) {
  const { t } = useTranslation("common");
  const { demo, person } = useShell();
  return (
    <header className={barClass}>
      <div className="max-md:flex-wrap max-md:gap-x-2! max-md:gap-y-1 max-md:py-2">
        <Home isNameHidden />
        {demo && <DemoMark />}
        <nav aria-label={t("nav.breadcrumbs")} className="min-w-14 flex-1">
          <ol className="flex min-w-0 items-center gap-2 font-medium">
            {crumbs.map((crumb, index) => (
              <Fragment key={crumb.label}>
                <li aria-hidden="true" className="text-muted max-md:hidden">
                  /
                </li>
                <li
                  // Where one is stays readable longest.
                  className={classNames("min-w-0", index < crumbs.length - 1 && "shrink-[999] max-md:hidden")}
                >
                  <CrumbLink crumb={crumb} />
                </li>
              </Fragment>
            ))}
          </ol>
        </nav>
        {aside !== undefined && (
          // On a phone they wrap to a line of their own where they would leave no room for the title.
          <div className="ml-auto flex flex-wrap items-center justify-end gap-2 max-md:order-last md:shrink-0 print:hidden">
            {aside}
          </div>
        )}
        {person !== null && (
          <div className="ml-auto flex shrink-0 items-center gap-2 print:hidden">
            <SearchField isCompact />
            <InboxLink unread={person.unread} />
            <PersonMenu person={person} />
          </div>
        )}
      </div>
    </header>
  );
}

function CrumbLink({ crumb }: { readonly crumb: Crumb }) {
  if (crumb.href === undefined) {
    return (
      <span className="block truncate font-semibold" aria-current="page">
        {crumb.label}
      </span>
    );
  }
  return (
    <Link to={crumb.href} className="block truncate hover:text-primary hover:underline">
      {crumb.label}
    </Link>
  );
}
