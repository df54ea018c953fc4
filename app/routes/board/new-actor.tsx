import { useState } from "react";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/field.tsx";
import { showToast } from "#app/components/toast.tsx";
import { ask, type WithoutAnswer } from "#app/http/ask.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { ACTOR_TYPES, type ActorType } from "#domain/actor.ts";
import type { ActorSuggestion } from "#domain/actor-registry.ts";

export interface NewActorProps {
  readonly name: string;
  readonly onMade: (actor: ActorSuggestion) => void;
  readonly onCancel: () => void;
}

/** A name and a kind is all it takes; the stewards see it as new. */
export function NewActor({ name, onMade, onCancel }: NewActorProps) {
  const { t } = useTranslation("card");
  const { t: word } = useTranslation("vocabulary");
  const { t: common } = useTranslation("common");
  const [type, setType] = useState<ActorType>("other");
  const [isSending, setSending] = useState(false);
  const [failed, setFailed] = useState<WithoutAnswer | null>(null);
  const create = async () => {
    setSending(true);
    const reply = await propose(name, type);
    setSending(false);
    setFailed(reply.ok ? null : reply.because);
    if (!reply.ok) return;
    const { actor, created } = reply.value;
    if (!created) showToast({ text: t("actors.known", { name: actor.name }) });
    onMade(actor);
  };
  return (
    <fieldset className="mt-2 grid gap-2 rounded-lg border border-line bg-surface p-3">
      <SelectField
        label={t("actors.createType", { name })}
        value={type}
        onChange={(value) => setType(value as ActorType)}
        options={ACTOR_TYPES.map((each) => ({ value: each, label: word(`actorType.${each}`) }))}
        hint={t("actors.createHint")}
        error={failed === null ? undefined : `${t("actors.failed")} ${common(`withoutAnswer.${failed}`)}`}
      />
      <div className="flex gap-2">
        <Button tone="primary" size="small" isDisabled={isSending} onPress={() => void create()}>
          {t("actors.createSubmit")}
        </Button>
        <Button size="small" tone="plain" onPress={onCancel}>
          {common("actions.cancel")}
        </Button>
      </div>
    </fieldset>
  );
}

const propose = (name: string, type: ActorType) =>
  ask<{ actor: ActorSuggestion; created: boolean }>("/actors/suggest", {
    method: "POST",
    body: new URLSearchParams({ name, type }),
  });
