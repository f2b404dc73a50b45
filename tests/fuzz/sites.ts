import type { Schema } from './document.ts';
import { isSchema } from './document.ts';
import type { Json, Path } from './json.ts';

/** A place in a request with what the document says about it. */
export type Site = {
  readonly path: Path;
  readonly schema: Schema;
  readonly value: Json;
};

const DEPTH_MAX = 8;

/** Every place of a request that the schema knows, the whole first. */
export function sitesOf(value: Json, schema: Schema, path: Path = []): readonly Site[] {
  const here: Site = { path, schema, value };
  // A mutant may be nested thousands deep: nobody looks for places down there.
  if (path.length > DEPTH_MAX) return [here];
  if (Array.isArray(value)) {
    const { items } = schema;
    const item = isSchema(items) ? items : {};
    return [here, ...value.flatMap((one: Json, place) => sitesOf(one, item, [...path, place]))];
  }
  if (typeof value !== 'object' || value === null) return [here];
  const { properties } = schema;
  const known = isSchema(properties) ? properties : {};
  return [
    here,
    ...Object.entries(value).flatMap(([name, one]) => {
      const inner = known[name];
      return sitesOf(one, isSchema(inner) ? inner : {}, [...path, name]);
    }),
  ];
}
