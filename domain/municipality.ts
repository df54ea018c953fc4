/** The 98 kommuner; a kommune's id everywhere is its four-digit code. */
import kommuner from "#domain/reference/kommuner.json" with { type: "json" };

export interface Municipality {
  readonly code: string;
  readonly name: string;
  /** With its own genitive ("Københavns Kommune"): never made from the name. */
  readonly fullName: string;
}

export const MUNICIPALITIES: readonly Municipality[] = kommuner.kommuner.map(({ code, name, fullName }) => ({
  code,
  name,
  fullName,
}));

const BY_CODE = new Map(MUNICIPALITIES.map((municipality) => [municipality.code, municipality]));

export const municipalityOf = (code: string): Municipality | null => BY_CODE.get(code) ?? null;
