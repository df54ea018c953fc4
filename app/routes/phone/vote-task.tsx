import { useId, useState } from "react";
import { SelectField } from "#app/components/field.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { noteWord, sourceOf } from "#domain/live/agenda.ts";
import { PROXY_SEATS } from "#domain/live/participant.ts";
import { agendaOf, type ShownBallot } from "#domain/live/view.ts";
import { usePhone } from "./phone-context.ts";
import { ReadyButton } from "./ready-button.tsx";
import { ResultList } from "./result-list.tsx";
import { useVotes, type Voting } from "./use-votes.ts";

/** Dots with a budget that the server keeps; nobody sees how one has voted. */
export function VoteTask() {
  const { t } = useTranslation("phone");
  const { view, item, me } = usePhone();
  const [seat, setSeat] = useState<number | null>(null);
  const voting = useVotes({ workshopId: me.workshopId, itemId: item?.id ?? "", seat });
  const ballot = view.ballots[item?.id ?? ""];
  const isHost = view.participants[me.id]?.isHost ?? me.isHost;
  if (ballot === undefined) return null;
  if (ballot.result !== null) return <ResultList ballot={ballot} result={ballot.result} />;
  return (
    <div className="grid gap-2.5">
      {isHost && <SeatChoice seat={seat} onChoose={setSeat} />}
      {voting.votes !== null && <BudgetLeft ballot={ballot} voting={voting} />}
      {ballot.targets.length === 0 && <p className="text-base/6">{t("vote.nothing")}</p>}
      <ul className="grid gap-2.5">
        {ballot.targets.map((target) => (
          <Target key={target.id} target={target} ballot={ballot} voting={voting} />
        ))}
      </ul>
      <p role="status" className="font-medium text-overlap empty:hidden">
        {voting.isRefused && t("vote.refused")}
      </p>
      <ReadyButton tone="primary" />
    </div>
  );
}

interface VotingProps {
  readonly ballot: ShownBallot;
  readonly voting: Voting;
}

/** Read first, and in sight at the foot of the screen however long the list is. */
function BudgetLeft({ ballot, voting }: VotingProps) {
  const { t } = useTranslation("phone");
  const left = Math.max(0, ballot.budget - voting.given);
  return (
    <p
      role="status"
      className="sticky bottom-0 order-last flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-bg py-3 text-base/6 font-semibold"
    >
      {t("vote.left", { count: left })}
      <span aria-hidden="true" className="flex gap-1.5">
        {Array.from({ length: ballot.budget }, (_, at) => at).map((at) => (
          <span
            key={at}
            className={`size-3.5 rounded-full border-2 border-primary ${at < left ? "bg-transparent" : "bg-primary"}`}
          />
        ))}
      </span>
    </p>
  );
}

interface TargetProps extends VotingProps {
  readonly target: ShownBallot["targets"][number];
}

const roundClass =
  "grid size-11 shrink-0 scroll-mb-16 place-items-center rounded-full border-2 text-lg font-semibold tabular-nums disabled:opacity-40";

function Target({ target: { id, text, notes }, ballot, voting }: TargetProps) {
  const { t } = useTranslation(["phone", "live"]);
  const { view, item } = usePhone();
  const word = noteWord(item === null ? null : sourceOf(agendaOf(view), item.id));
  const textId = useId();
  const given = voting.votes?.[id] ?? 0;
  const isSpent = voting.given >= ballot.budget;
  return (
    <li className="flex items-center gap-2 rounded-lg border border-line bg-surface py-3 pr-3 pl-3.5">
      <span id={textId} className="min-w-0 flex-1 text-base/6 font-medium">
        {text}
        {notes > 1 && (
          <span className="block text-[13px]/5 font-normal text-muted">
            {t(`live:note.${word}.count`, { count: notes })}
          </span>
        )}
      </span>
      {given > 0 && (
        <button
          type="button"
          aria-label={t("vote.less")}
          aria-describedby={textId}
          onClick={() => voting.give(id, given - 1)}
          className={`${roundClass} border-edge bg-surface text-ink`}
        >
          −
        </button>
      )}
      <button
        type="button"
        aria-label={t("vote.more", { count: given })}
        aria-describedby={textId}
        disabled={isSpent || voting.votes === null}
        onClick={() => voting.give(id, given + 1)}
        className={`${roundClass} ${given > 0 ? "border-primary bg-primary text-white disabled:opacity-100" : "border-edge bg-surface text-ink"}`}
      >
        {given > 0 ? given : "+"}
      </button>
    </li>
  );
}

/** The table's host votes for those who have no phone, seat by seat. */
function SeatChoice({
  seat,
  onChoose,
}: {
  readonly seat: number | null;
  readonly onChoose: (seat: number | null) => void;
}) {
  const { t } = useTranslation("phone");
  return (
    <SelectField
      label={t("vote.for")}
      hint={t("vote.seatHint")}
      value={String(seat ?? "")}
      onChange={(value) => onChoose(value === "" ? null : Number(value))}
      options={[
        { value: "", label: t("vote.self") },
        ...PROXY_SEATS.map((each) => ({ value: String(each), label: t("vote.seat", { number: each }) })),
      ]}
    />
  );
}
