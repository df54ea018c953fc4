/** The texts of the reader's language, for a screen. */
import type { FlatNamespace, i18n, TFunction } from "i18next";
import { useContext } from "react";
import { I18nContext } from "react-i18next";

type Namespaces = FlatNamespace | readonly [FlatNamespace, ...FlatNamespace[]];

interface Translation<N extends Namespaces> {
  readonly t: TFunction<N>;
  readonly i18n: i18n;
}

const known = new WeakMap<i18n, Map<string, Translation<Namespaces>>>();

/**
 * As react-i18next's own, for an instance that has all its texts and one language for as long as it lives: that one listens,
 * in every component, for what never comes here, and a board of two hundred cards has a thousand components that ask.
 */
export function useTranslation<N extends Namespaces = "common">(namespaces?: N): Translation<N> {
  const { i18n } = useContext(I18nContext);
  const byName = known.get(i18n) ?? new Map<string, Translation<Namespaces>>();
  known.set(i18n, byName);
  const name = String(namespaces ?? "common");
  const translation = byName.get(name) ?? { t: i18n.getFixedT(null, namespaces ?? "common"), i18n };
  byName.set(name, translation);
  return translation as Translation<N>;
}
