export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** A list, or nothing at all. */
export function list(json: Json | undefined): readonly Json[] {
  return Array.isArray(json) ? json : [];
}

export function objects(json: Json | undefined): readonly JsonObject[] {
  return list(json).filter(isObject);
}

export function words(json: Json | undefined): readonly string[] {
  return list(json).filter((one) => typeof one === 'string');
}

export function object(json: Json | undefined): JsonObject {
  if (!isObject(json)) throw new Error(`not an object: ${JSON.stringify(json)}`);
  return json;
}

export function text(json: Json | undefined): string {
  if (typeof json !== 'string') throw new Error(`not a string: ${JSON.stringify(json)}`);
  return json;
}

export function textOr<T>(json: Json | undefined, otherwise: T): string | T {
  return typeof json === 'string' ? json : otherwise;
}

export function big(json: Json | undefined): bigint {
  if (typeof json !== 'number') throw new Error(`not a number: ${JSON.stringify(json)}`);
  return BigInt(json);
}

export function bigOr<T>(json: Json | undefined, otherwise: T): bigint | T {
  return typeof json === 'number' ? BigInt(json) : otherwise;
}

export function own(json: Json | undefined, key: string): Json | undefined {
  return isObject(json) && Object.hasOwn(json, key) ? json[key] : undefined;
}
