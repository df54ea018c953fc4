import { notFound } from "#app/http/responses.server.ts";

/** Every address that no screen has; the frame's error page answers. */
export const loader = (): never => {
  throw notFound();
};
export const action = loader;

export default function NotFoundScreen() {
  return null;
}
