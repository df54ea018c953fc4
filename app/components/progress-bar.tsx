export interface ProgressBarProps {
  readonly value: number;
  readonly max: number;
  /** "6 af 19 er vurderet" */
  readonly label: string;
  /** In a head with little room, the words stand before the bar. */
  readonly isInline?: boolean;
}

/** How much of something is done, in words and as a bar. */
export function ProgressBar({ value, max, label, isInline = false }: ProgressBarProps) {
  const share = max === 0 ? 0 : Math.min(1, value / max);
  return (
    <div className={isInline ? "flex items-center gap-3" : "flex flex-col-reverse gap-2"}>
      <span className="text-[13px] text-muted">{label}</span>
      <span
        className={`block h-1.5 overflow-hidden rounded-full bg-sand ${isInline ? "w-28" : "w-full"}`}
        aria-hidden="true"
      >
        <span className="block h-full rounded-full bg-primary" style={{ width: `${share * 100}%` }} />
      </span>
    </div>
  );
}
