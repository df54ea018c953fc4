import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "#app/text/use-translation.ts";
import { type Group, type Groups, groupsOf, NEW_GROUP, titleFrom } from "./groups.ts";
import { usePhone } from "./phone-context.ts";
import type { NoteWithId } from "./shown-notes.tsx";
import { type CarryingWord, useCarrying } from "./use-carrying.ts";
import { type GroupingWord, useGrouping } from "./use-grouping.ts";

const NOTHING: Groups = { word: "idea", groups: [], loose: [] };

export type GroupingTable = ReturnType<typeof useGroupingTable>;

/** The groups with what one can do to them, and what is said of it. */
export function useGroupingTable() {
  const { t } = useTranslation(["phone", "live"]);
  const { view, item, me } = usePhone();
  const tableId = view.participants[me.id]?.tableId ?? me.tableId;
  const at = item === null ? NOTHING : groupsOf(view, item, tableId);
  const notes = [...at.loose, ...at.groups.flatMap((group) => group.notes)];
  const grouping = useGrouping(me.workshopId);
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState("");
  const chosen = notes.filter(({ id }) => chosenIds.has(id));
  const counted = (count: number) => t(`live:note.${at.word}.count`, { count });
  const tell = (word: GroupingWord, sentence: string) => setSaid(word === "done" ? sentence : t(`group.${word}`));
  const create = async (title: string, moved: readonly NoteWithId[]) =>
    tell(await grouping.create(title, moved), t("group.created", { title, count: moved.length }));
  const moveTo = async (moved: readonly NoteWithId[], targetId: string) => {
    setChosenIds(new Set());
    const target = at.groups.find(({ id }) => id === targetId);
    const count = moved.length;
    if (targetId === NEW_GROUP) return create(titleFrom(moved[0]?.text ?? ""), moved);
    const place = target === undefined ? t("group.noGroup") : target.title;
    return tell(await grouping.place(moved, target?.id ?? null), t("group.moved", { count, place }));
  };
  const merge = async (group: Group, into: Group) =>
    tell(
      await grouping.merge(group, into),
      t("group.merged", { a: group.title, b: into.title, notes: counted(group.notes.length + into.notes.length) }),
    );
  const carrying = useCarrying({
    say: (word) => setSaid(sentenceOf(t, word)),
    drop: (id, targetId) => {
      const group = at.groups.find((each) => each.id === id);
      const into = at.groups.find((each) => each.id === targetId);
      if (group !== undefined && into !== undefined) return void merge(group, into);
      void moveTo(chosenIds.has(id) ? chosen : notes.filter((each) => each.id === id), targetId);
    },
  });
  return {
    ...at,
    tableId,
    chosen,
    grouping,
    carrying,
    said,
    moveTo,
    merge,
    create,
    undo: async () => tell(await grouping.undo(), t("group.undone")),
    rename: async (group: Group, title: string) =>
      tell(await grouping.rename(group, title), t("group.renamed", { title })),
    dissolve: async (group: Group) =>
      tell(await grouping.dissolve(group), t(`live:note.${at.word}.dissolved`, { title: group.title })),
    toggle: (id: string) =>
      setChosenIds((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id])),
    clear: () => setChosenIds(new Set()),
  };
}

function sentenceOf(t: TFunction<["phone", "live"]>, word: CarryingWord): string {
  switch (word.said) {
    case "lifted":
      return t("group.lifted", word);
    case "over":
      return t("group.over", word);
    case "put-down":
      return t("group.putDown", word);
    default:
      return t("group.nowhere", word);
  }
}
