import { EntriesPanel } from "./entries-panel.tsx";
import { FacilitatorCommitment } from "./facilitator-commitment.tsx";
import { QuestionsPanel } from "./questions-panel.tsx";

/** P-plads, decisions and questions: what stands at the facilitator's hand in every item; in "Aftaler" also a form for them. */
export function BesidePanel() {
  return (
    <div className="grid gap-6">
      <FacilitatorCommitment />
      <EntriesPanel />
      <QuestionsPanel />
    </div>
  );
}
