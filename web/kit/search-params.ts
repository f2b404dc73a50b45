/** A non-empty text of the URL's query, or undefined. Numbers stay readable: the router parses them. */
export function textParam(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** One of the allowed words, or undefined. */
export function wordParam<Word extends string>(
  value: unknown,
  words: readonly Word[],
): Word | undefined {
  return words.find((word) => word === value);
}

/** A day `YYYY-MM-DD`, or undefined. */
export function dayParam(value: unknown): string | undefined {
  const text = textParam(value);
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
}

/** Leaves out what is not set, so that the address stays short. */
export function compact<Params extends object>(params: Params): Params {
  const kept = { ...params };
  for (const name in kept) if (kept[name] === undefined) delete kept[name];
  return kept;
}
