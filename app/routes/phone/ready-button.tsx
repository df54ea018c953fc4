import { Check } from "lucide-react";
import { useState } from "react";
import { ask } from "#app/http/ask.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { BigButton } from "./big-button.tsx";
import { usePhone } from "./phone-context.ts";

/** "Jeg er klar", and back. Shown at once; the server's word replaces it. */
export function ReadyButton({ tone = "quiet" }: { readonly tone?: "primary" | "quiet" }) {
  const { t } = useTranslation("phone");
  const { view, me, item } = usePhone();
  const [said, setSaid] = useState<{ itemId: string; isReady: boolean } | null>(null);
  if (item === null) return null;
  const isReady = said?.itemId === item.id ? said.isReady : view.participants[me.id]?.readyItemId === item.id;
  const say = async () => {
    setSaid({ itemId: item.id, isReady: !isReady });
    const body = new URLSearchParams({ intent: "ready", item: item.id, ready: isReady ? "" : "yes" });
    const reply = await ask(`/live/${me.workshopId}/self`, { method: "POST", body });
    if (!reply.ok) setSaid(null);
  };
  return (
    <BigButton tone={isReady ? "quiet" : tone} onPress={say} aria-pressed={isReady}>
      {isReady && <Check className="size-5" aria-hidden="true" />}
      {t(isReady ? "isReady" : "ready")}
    </BigButton>
  );
}
