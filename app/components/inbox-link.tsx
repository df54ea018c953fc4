import { Link } from "@remix-run/react";
import { Bell } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "#app/text/use-translation.ts";
import { iconButtonClass } from "./button.tsx";

/** The way to the inbox, with how much in it has not been read; says so when more comes. */
export function InboxLink({ unread }: { readonly unread: number }) {
  const { t } = useTranslation("comments");
  const label = unread > 0 ? t("inbox.openCount", { count: unread }) : t("inbox.open");
  const atFirst = useRef(unread);
  return (
    <>
      <span role="status" className="sr-only">
        {unread > atFirst.current && label}
      </span>
      <Link to="/inbox" aria-label={label} title={label} className={`${iconButtonClass()} relative`}>
        <Bell aria-hidden="true" />
        {unread > 0 && (
          <span
            aria-hidden="true"
            className="absolute -top-0.5 -right-0.5 min-w-4 rounded-full bg-overlap px-1 text-center text-[10px]/4 font-semibold text-white"
          >
            {unread > 99 ? "99+" : unread}
          </span>
        )}
      </Link>
    </>
  );
}
