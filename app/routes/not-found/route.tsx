import { notFound } from "#app/http/responses.server.ts";

/** Every address that no screen has; the frame's error page answers. */
export function loader(): never {
  throw notFound();
}

export function action(): never {
  throw notFound();
}

export default function NotFoundScreen() {
  return null;
}
