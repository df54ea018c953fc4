export interface ProgressBarProps {
  readonly value: number;
  readonly max: number;
  /** "6 af 19 er vurderet" */
  readonly label: string;
}

/** How much of something is done, as a bar and in words. */
export function ProgressBar({ value, max, label }: ProgressBarProps) {
  const share = max === 0 ? 0 : Math.min(1, value / max);
  return (
    <div>
      <span className="mb-2 block h-1.5 overflow-hidden rounded-full bg-sand" aria-hidden="true">
        <span className="block h-full rounded-full bg-primary" style={{ width: `${share * 100}%` }} />
      </span>
      <span className="text-[13px] text-muted">{label}</span>
    </div>
  );
}
