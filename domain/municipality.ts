/** The 98 kommuner; a kommune's id everywhere is its four-digit code. */
import reference from "#domain/reference/kommuner.json" with { type: "json" };

export interface Municipality {
  readonly code: string;
  readonly name: string;
  /** With its own genitive ("Københavns Kommune"): never made from the name. */
  readonly fullName: string;
  /** For addresses: letters a–z and hyphens. */
  readonly slug: string;
  readonly kkr: string;
}

/** In the order of their codes. */
export const MUNICIPALITIES: readonly Municipality[] = reference.kommuner.map(
  ({ code, name, fullName, slug, kkr }) => ({ code, name, fullName, slug, kkr }),
);

const BY_CODE = new Map(MUNICIPALITIES.map((municipality) => [municipality.code, municipality]));
const BY_NAME = new Map(MUNICIPALITIES.map((municipality) => [municipality.name, municipality]));

export const municipalityOf = (code: string): Municipality | null => BY_CODE.get(code) ?? null;
export const municipalityNamed = (name: string): Municipality | null => BY_NAME.get(name) ?? null;

const REGION_BY_CODE = new Map(reference.regions.map((region) => [region.code, region]));
const REGION_OF = new Map(reference.kommuner.map(({ code, region }) => [code, region]));

/**
 * Name of the region a kommune belongs to on a day: regions end and have successors.
 *
 * @param day as YYYY-MM-DD
 */
export function regionOn(code: string, day: string): string | null {
  const region = REGION_BY_CODE.get(REGION_OF.get(code) ?? "");
  if (region === undefined) return null;
  return region.validTo !== null && day > region.validTo ? region.successor : region.name;
}
