import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export interface InitiativeLinkProps {
  readonly boardId: string;
  readonly initiativeId: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** Opens the initiative's card on its board. */
export function InitiativeLink({ boardId, initiativeId, children, className }: InitiativeLinkProps) {
  const href = `/boards/${encodeURIComponent(boardId)}?card=${encodeURIComponent(initiativeId)}`;
  return (
    <Link to={href} className={classNames("font-semibold text-ink hover:text-primary hover:underline", className)}>
      {children}
    </Link>
  );
}
