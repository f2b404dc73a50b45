import { isObject, type Json } from './json.ts';

/**
 * Makes a piece of JSON smaller for as long as it stays interesting: leaves out entries of lists and fields of
 * records, from the outside in. What must not be left out, `isInteresting` refuses.
 */
export function reduce<T extends Json>(whole: T, isInteresting: (smaller: Json) => boolean): Json {
  let best: Json = whole;
  let budget = 3000;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const path of pathsOf(best)) {
      const smaller = without(best, path);
      if (smaller === undefined) continue;
      budget -= 1;
      if (budget < 0) return best;
      if (!isInteresting(smaller)) continue;
      best = smaller;
      isSmaller = true;
    }
  }
  return best;
}

type Path = readonly string[];

/** Places from the outside in, the last entries of a list first, so that the others keep their places. */
function pathsOf(json: Json): Path[] {
  const found: Path[] = [];
  const queue: { readonly at: Json; readonly path: Path }[] = [{ at: json, path: [] }];
  for (const { at, path } of queue) {
    const keys = Array.isArray(at)
      ? [...at.keys()].map(String).reverse()
      : isObject(at)
        ? Object.keys(at)
        : [];
    for (const key of keys) {
      const inner = child(at, key);
      if (inner === undefined) continue;
      found.push([...path, key]);
      queue.push({ at: inner, path: [...path, key] });
    }
  }
  return found;
}

function child(json: Json, key: string): Json | undefined {
  if (Array.isArray(json)) return json[Number(key)];
  return isObject(json) ? json[key] : undefined;
}

/** The JSON without what stands at the path; undefined when nothing does any more. */
function without(json: Json, [key, ...rest]: Path): Json | undefined {
  if (key === undefined) return undefined;
  const inner = child(json, key);
  if (inner === undefined) return undefined;
  const less = rest.length === 0 ? null : without(inner, rest);
  if (less === undefined) return undefined;
  if (Array.isArray(json)) {
    const place = Number(key);
    return rest.length === 0
      ? json.filter((_, i) => i !== place)
      : json.map((one, i) => (i === place ? less : one));
  }
  if (!isObject(json)) return undefined;
  const entries = Object.entries(json).flatMap(([name, value]): [string, Json][] => {
    if (name !== key) return [[name, value]];
    return rest.length === 0 ? [] : [[name, less]];
  });
  return Object.fromEntries(entries);
}
