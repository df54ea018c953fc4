import { SelectField } from "#app/components/field.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { agendaOf, type LiveView } from "#domain/live/view.ts";
import { usePhone } from "./phone-context.ts";

export interface IdeaOriginProps {
  readonly chosen: string | null;
  readonly onChoose: (originId: string | null, title: string) => void;
}

interface Candidate {
  readonly id: string;
  readonly text: string;
  readonly votes: number;
}

/** What was voted for, most votes first: an idea may begin from it, and then keeps its texts and votes. */
export function IdeaOrigin({ chosen, onChoose }: IdeaOriginProps) {
  const { t } = useTranslation("phone");
  const { view } = usePhone();
  const candidates = candidatesIn(view);
  if (candidates.length === 0) return null;
  return (
    <SelectField
      label={t("idea.origin")}
      value={chosen ?? ""}
      onChange={(id) => onChoose(id === "" ? null : id, candidates.find((each) => each.id === id)?.text ?? "")}
      options={[
        { value: "", label: t("idea.fresh") },
        ...candidates.map(({ id, text, votes }) => ({
          value: id,
          label: votes === 0 ? text : `${text} · ${t("vote.votes", { count: votes })}`,
        })),
      ]}
    />
  );
}

/** Groups and notes of the newest ballot that was revealed; without one, every group there is. */
function candidatesIn(view: LiveView): readonly Candidate[] {
  const results = agendaOf(view).flatMap(({ id }) => view.ballots[id]?.result ?? []);
  const targets = results.at(-1)?.targets.filter(({ id }) => id in view.clusters || id in view.notes);
  return targets ?? Object.entries(view.clusters).map(([id, { title }]) => ({ id, text: title, votes: 0 }));
}
