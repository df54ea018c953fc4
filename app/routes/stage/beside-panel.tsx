/** P-plads, decisions and questions: what stands at the facilitator's hand in every item. */
export function BesidePanel() {
  return null;
}
