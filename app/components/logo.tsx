/** The mark: two rings that overlap, the first passing over the second. */
export function Logo({ size = 30, tone = "dark" }: { readonly size?: number; readonly tone?: "dark" | "light" }) {
  const first = tone === "dark" ? "stroke-primary" : "stroke-white";
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" strokeWidth="3" aria-hidden="true">
      <circle cx="11.5" cy="16" r="9" className={first} />
      <circle cx="20.5" cy="16" r="9" className="stroke-amber" />
      <path d="M16 8.2a9 9 0 0 1 4.5 7.8" className={first} />
    </svg>
  );
}
