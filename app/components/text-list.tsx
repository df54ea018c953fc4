/** Sentences, one under the other. */
export function TextList({ items }: { readonly items: readonly string[] }) {
  return (
    <ul className="ml-4 list-disc space-y-1.5 marker:text-muted">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
