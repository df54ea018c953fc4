import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "#app/text/use-translation.ts";
import { Button, IconButton } from "./button.tsx";

export interface Toast {
  readonly text: string;
  /** Offered once, such as undo; a toast with an action stays longer. */
  readonly action?: { readonly label: string; readonly run: () => void };
}
interface ShownToast extends Toast {
  readonly id: number;
}

const SHOWN_MS = 5_000;
const SHOWN_WITH_ACTION_MS = 12_000;
const NONE: readonly ShownToast[] = [];

let shown: readonly ShownToast[] = NONE;
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly ShownToast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

const dismiss = (id: number): void => set(shown.filter((toast) => toast.id !== id));

/** Says something in the corner of the page, politely also to those who listen. In the browser only. */
export function showToast(toast: Toast): void {
  const id = nextId++;
  set([...shown, { ...toast, id }].slice(-3));
  setTimeout(() => dismiss(id), toast.action === undefined ? SHOWN_MS : SHOWN_WITH_ACTION_MS);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Stands once in the frame of the page. */
export function Toasts() {
  const { t } = useTranslation("common");
  const toasts = useSyncExternalStore(
    subscribe,
    () => shown,
    () => NONE,
  );
  return (
    <section
      aria-label={t("notifications")}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-3 bottom-3 z-50 grid justify-items-center gap-2 print:hidden"
    >
      {toasts.map((toast) => (
        <div
          key={toast.id}
          className="pointer-events-auto flex max-w-full items-center gap-3 rounded-lg bg-ink py-1.5 pr-1.5 pl-4 text-white shadow-pop"
        >
          <span>{toast.text}</span>
          {toast.action !== undefined && (
            <Button
              size="small"
              onPress={() => {
                toast.action?.run();
                dismiss(toast.id);
              }}
            >
              {toast.action.label}
            </Button>
          )}
          <IconButton label={t("actions.close")} onPress={() => dismiss(toast.id)} className="text-white">
            <X aria-hidden="true" />
          </IconButton>
        </div>
      ))}
    </section>
  );
}
