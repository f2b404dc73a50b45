import { isObject, type Json } from './json.ts';

/** The first place at which two pieces of JSON part, in the order of writing; null = they are the same. */
export function firstDifference(book: Json, engine: Json, path = ''): string | null {
  if (Array.isArray(book) && Array.isArray(engine)) return listDifference(book, engine, path);
  if (isObject(book) && isObject(engine)) return recordDifference({ book, engine, path });
  if (book === engine) return null;
  return `${path || 'the decision'}: by the book ${JSON.stringify(book)}, engine ${JSON.stringify(engine)}`;
}

function listDifference(
  book: readonly Json[],
  engine: readonly Json[],
  path: string,
): string | null {
  for (let i = 0; i < Math.max(book.length, engine.length); i += 1) {
    const found = firstDifference(book[i] ?? null, engine[i] ?? null, `${path}[${i}]`);
    if (found !== null) return found;
  }
  return book.length === engine.length
    ? null
    : `${path}: ${book.length} and ${engine.length} entries`;
}

type Records = {
  readonly book: { readonly [key: string]: Json };
  readonly engine: { readonly [key: string]: Json };
  readonly path: string;
};

function recordDifference({ book, engine, path }: Records): string | null {
  const keys = Object.keys(book);
  const others = Object.keys(engine);
  for (const key of new Set([...keys, ...others])) {
    const name = path === '' ? key : `${path}.${key}`;
    if (!(key in book)) return `${name}: not in the book, engine ${JSON.stringify(engine[key])}`;
    if (!(key in engine))
      return `${name}: by the book ${JSON.stringify(book[key])}, engine has none`;
    const found = firstDifference(book[key] ?? null, engine[key] ?? null, name);
    if (found !== null) return found;
  }
  return keys.join() === others.join()
    ? null
    : `${path}: fields ${keys.join()} and ${others.join()}`;
}
