import qrcode from "qrcode";

/** A QR code as one path in a square of `size` modules, so that it can be drawn in any colour and printed sharply. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

export function drawQrCode(text: string): QrCode {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: "M" });
  const rows = Array.from({ length: modules.size }, (_, y) => runsOf(y, (x) => modules.get(y, x) === 1, modules.size));
  return { size: modules.size, path: rows.join("") };
}

/** The dark stretches of a row, each as one bar. */
function runsOf(y: number, isDark: (x: number) => boolean, size: number): string {
  let path = "";
  for (let x = 0; x < size; x++) {
    if (!isDark(x)) continue;
    const from = x;
    while (x + 1 < size && isDark(x + 1)) x++;
    path += `M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`;
  }
  return path;
}
