/** A moment on the day, as `useFormat().date` takes one: noon, which is the same day in Denmark and in UTC. */
export const dayAt = (day: string): number => Date.parse(`${day}T12:00:00Z`);
