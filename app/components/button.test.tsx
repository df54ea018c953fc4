import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { IconButton } from "./button.tsx";

test("a button without words says what it does: aloud by its name, to the pointer by a tooltip", () => {
  const markup = renderToStaticMarkup(<IconButton label="Fortryd">↶</IconButton>);
  expect(markup).toContain('aria-label="Fortryd"');
  expect(markup).toContain('title="Fortryd"');
});
