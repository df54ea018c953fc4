import { Form, Link } from "@remix-run/react";
import { ArrowDown, ArrowUp, Copy, GripVertical, Pencil, Trash2 } from "lucide-react";
import type { KeyboardEvent, PointerEvent, ReactNode } from "react";
import { Button, IconButton, iconButtonClass, LinkButton } from "#app/components/button.tsx";
import { classNames } from "#app/components/class-names.ts";
import type { RefusedForm } from "#app/http/forms.server.ts";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { type AgendaItem, collectsNotes } from "#domain/live/agenda.ts";
import { ItemFields } from "./item-fields.tsx";
import type { CarriedItem } from "./use-item-drag.ts";
import type { MoveItem } from "./use-moves.ts";

export interface ItemRowProps {
  readonly item: AgendaItem;
  readonly index: number;
  readonly isLast: boolean;
  readonly startsAt: number | null;
  readonly isOpen: boolean;
  readonly refused: RefusedForm | undefined;
  readonly carried: CarriedItem | null;
  readonly onDrag: (event: PointerEvent<HTMLElement>, id: string) => void;
  readonly move: MoveItem;
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** An item: when it begins, what happens in it, and what can be done with it. */
export function ItemRow(props: ItemRowProps) {
  const { item, index, isLast, startsAt, isOpen, refused, carried, move } = props;
  const { time } = useFormat();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!event.altKey || step === undefined) return;
    event.preventDefault();
    if (index + step >= 0 && !(isLast && step === 1)) move(item.id, index + step);
  };
  return (
    <li
      data-item={item.id}
      onKeyDown={onKeyDown}
      className={classNames(
        "relative rounded-xl border border-line bg-surface",
        carried?.id === item.id && "opacity-50",
        isDropAbove(carried, index) &&
          "before:absolute before:inset-x-0 before:-top-1.5 before:h-1 before:rounded-full before:bg-primary",
        isLast &&
          carried?.gap === index + 1 &&
          "after:absolute after:inset-x-0 after:-bottom-1.5 after:h-1 after:rounded-full after:bg-primary",
      )}
    >
      <div className="flex items-start gap-2 py-2 pr-2 pl-1 sm:gap-3">
        <Handle {...props} />
        {startsAt !== null && <span className="w-12 shrink-0 pt-0.5 font-semibold tabular-nums">{time(startsAt)}</span>}
        <ItemText item={item} />
        <Tools {...props} />
      </div>
      {isOpen && <EditForm item={item} refused={refused} />}
    </li>
  );
}

const isDropAbove = (carried: CarriedItem | null, index: number): boolean => carried !== null && carried.gap === index;

function Handle({ item, onDrag }: ItemRowProps) {
  const { t } = useTranslation("agenda");
  const label = t("move", { title: item.title });
  return (
    <button
      type="button"
      data-handle
      aria-label={label}
      title={label}
      onPointerDown={(event) => onDrag(event, item.id)}
      className="grid size-7 shrink-0 cursor-grab touch-none place-items-center rounded-md text-muted hover:bg-primary-on"
    >
      <GripVertical className="size-4" aria-hidden="true" />
    </button>
  );
}

function ItemText({ item }: { readonly item: AgendaItem }) {
  const { t } = useTranslation(["agenda", "live"]);
  const facts = [
    t(`live:kind.${item.kind}`),
    t("minutes", { count: item.minutes + item.extraMinutes }),
    collectsNotes(item) && t(`live:anonymity.${item.anonymity}`),
    collectsNotes(item) && t(`live:reveal.${item.reveal}`),
    item.lanes.length > 0 && t("lanes", { count: item.lanes.length }),
    item.voteBudget !== null && t("votes", { count: item.voteBudget }),
    item.byTable && t("byTable"),
    item.isSkipped && t("skipped"),
    item.startedAt !== null && t("begun"),
  ];
  return (
    <div className="min-w-0 flex-1 pt-0.5">
      <p className={classNames("font-semibold", item.isSkipped && "line-through")}>{item.title}</p>
      {item.prompt !== "" && <p className="text-pretty">{item.prompt}</p>}
      <p className="text-[13px]/5 text-muted">{facts.filter(Boolean).join(" · ")}</p>
    </div>
  );
}

function Tools({ item, index, isLast, isOpen, move }: ItemRowProps) {
  const { t } = useTranslation("agenda");
  const { id, title } = item;
  return (
    <div className="flex shrink-0 flex-wrap justify-end gap-0.5 max-sm:w-16">
      <IconButton size="small" label={t("up", { title })} isDisabled={index === 0} onPress={() => move(id, index - 1)}>
        <ArrowUp aria-hidden="true" />
      </IconButton>
      <IconButton size="small" label={t("down", { title })} isDisabled={isLast} onPress={() => move(id, index + 1)}>
        <ArrowDown aria-hidden="true" />
      </IconButton>
      <Link
        to={isOpen ? "?" : `?edit=${encodeURIComponent(id)}`}
        preventScrollReset
        aria-label={t("editItem", { title })}
        aria-expanded={isOpen}
        title={t("edit")}
        className={iconButtonClass("plain", "small")}
      >
        <Pencil aria-hidden="true" />
      </Link>
      <ItemAct intent="duplicate-item" itemId={id} label={t("duplicateItem", { title })}>
        <Copy aria-hidden="true" />
      </ItemAct>
      {item.startedAt === null && (
        <ItemAct intent="remove-item" itemId={id} label={t("removeItem", { title })}>
          <Trash2 aria-hidden="true" />
        </ItemAct>
      )}
    </div>
  );
}

interface ItemActProps {
  readonly intent: string;
  readonly itemId: string;
  readonly label: string;
  readonly children: ReactNode;
}

function ItemAct({ intent, itemId, label, children }: ItemActProps) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="itemId" value={itemId} />
      <IconButton type="submit" size="small" label={label}>
        {children}
      </IconButton>
    </Form>
  );
}

function EditForm({ item, refused }: Pick<ItemRowProps, "item" | "refused">) {
  const { t } = useTranslation("agenda");
  return (
    <Form method="post" noValidate preventScrollReset className="grid gap-3 border-t border-line p-4">
      <input type="hidden" name="intent" value="edit-item" />
      <input type="hidden" name="itemId" value={item.id} />
      <ItemFields item={item} refused={refused} />
      <div className="flex gap-2">
        <Button type="submit" tone="primary">
          {t("save")}
        </Button>
        <LinkButton href="?" preventScrollReset>
          {t("cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}
