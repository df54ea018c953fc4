import { Volume2, VolumeX } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { IconButton } from "#app/components/button.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { InitiativeSnapshot } from "#domain/initiative.ts";
import { useBoard } from "./board-context.tsx";
import { type BoardNews, gather, newsBetween } from "./board-news.ts";

/** Between two announcements; what happens meanwhile is told together. */
const PAUSE_MS = 4_000;
const SPOKEN = 2;
const MUTED_KEY = "sammenspil.mute-others";

/** Tells those who listen to the page what others do to the board; seldom, in few words, and not at all when muted. */
export function NewsOfOthers({ initiatives }: { readonly initiatives: readonly InitiativeSnapshot[] }) {
  const { t } = useTranslation("board");
  const { session } = useBoard();
  const [isMuted, setMuted] = useState(false);
  const sentence = useAnnouncement(initiatives, isMuted);
  useEffect(() => setMuted(localStorage.getItem(MUTED_KEY) === "1"), []);
  if (session === null) return null;
  return (
    <div className="sr-only focus-within:not-sr-only focus-within:mb-2">
      <IconButton
        label={t(isMuted ? "news.unmute" : "news.mute")}
        onPress={() => {
          setMuted(!isMuted);
          localStorage.setItem(MUTED_KEY, isMuted ? "0" : "1");
        }}
      >
        {isMuted ? <Volume2 aria-hidden="true" /> : <VolumeX aria-hidden="true" />}
      </IconButton>
      <p aria-live="polite">{sentence}</p>
    </div>
  );
}

function useAnnouncement(initiatives: readonly InitiativeSnapshot[], isMuted: boolean): string {
  const { session } = useBoard();
  const [sentence, setSentence] = useState("");
  const sentenceOf = useNewsSentence();
  const seen = useRef(initiatives);
  const waiting = useRef<BoardNews[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    const before = seen.current;
    seen.current = initiatives;
    // One's own work is no news, and neither is the document's arrival.
    const touched = session?.takeTouchedByOthers();
    if (isMuted || touched === undefined || touched.size === 0) return;
    waiting.current = gather(waiting.current, newsBetween(before, initiatives, touched));
    if (waiting.current.length === 0 || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      setSentence(sentenceOf(waiting.current));
      waiting.current = [];
    }, PAUSE_MS);
  }, [initiatives, isMuted, session, sentenceOf]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return sentence;
}

function useNewsSentence(): (news: readonly BoardNews[]) => string {
  const { t } = useTranslation("board");
  const { t: word } = useTranslation("vocabulary");
  const say = useRef((news: readonly BoardNews[]) => String(news.length));
  say.current = (news) => {
    if (news.length > SPOKEN) return t("news.many", { count: news.length });
    return news
      .map((each) =>
        each.type === "moved"
          ? t("news.moved", { title: each.title, lane: word(`lane.${each.lane}`) })
          : t(`news.${each.type}`, { title: each.title }),
      )
      .join(". ");
  };
  const [stable] = useState(() => (news: readonly BoardNews[]) => say.current(news));
  return stable;
}
