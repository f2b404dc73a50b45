/** Anything that JSON can say. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

export type Path = readonly (string | number)[];

/** The value with what stands at `path` replaced; an absent last key is added. */
export function replaced(value: Json, path: Path, by: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((item: Json, place) => (place === key ? replaced(item, rest, by) : item));
  }
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).find(([name]) => name === key)?.[1] ?? null;
  // defineProperty and not assignment: "__proto__" must become an ordinary key.
  return Object.defineProperty({ ...value }, key, {
    value: replaced(inner, rest, by),
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** The value without what stands at `path`. */
export function removed(value: Json, path: Path): Json {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    if (rest.length === 0) return value.filter((_, place) => place !== key);
    return value.map((item: Json, place) => (place === key ? removed(item, rest) : item));
  }
  const entries = Object.entries(value).filter(([name]) => name !== key || rest.length > 0);
  return Object.fromEntries(
    entries.map(([name, item]) => [name, name === key ? removed(item, rest) : item]),
  );
}

const RAW = /"«raw:([^»]*)»"/g;

/** A number as text that JSON.stringify could not write: `1e309`, `-0`, `9007199254740993`. */
export function raw(token: string): string {
  return `«raw:${token}»`;
}

/** The text of a value, raw numbers as they are. */
export function textOf(value: Json): string {
  return JSON.stringify(value).replaceAll(RAW, '$1');
}
