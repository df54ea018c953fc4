import type { QrCode } from "./qr.server.ts";

export interface QrPictureProps {
  readonly code: QrCode;
  /** Where it leads, in words. */
  readonly label: string;
  readonly className?: string;
}

/** White around it, as wide as a scanner needs. */
const QUIET = 4;

export function QrPicture({ code, label, className }: QrPictureProps) {
  const side = code.size + 2 * QUIET;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#ffffff" />
      <path d={code.path} fill="#16242c" />
    </svg>
  );
}
