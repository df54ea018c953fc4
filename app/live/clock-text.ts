/** "06:40"; an hour and more as "75:00". A second that has begun counts as left, so that the clock ends at 00:00. */
export function clockText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
