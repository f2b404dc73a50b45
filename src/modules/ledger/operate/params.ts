/** Ids that an operation's parameters carry under these names, one or a list. */
export function idsIn(params: unknown, ...names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const value = fieldOf(params, name);
    if (typeof value === 'string') return [value];
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  });
}

/** A text among the parameters; empty when there is none. */
export function textIn(params: unknown, name: string): string {
  const value = fieldOf(params, name);
  return typeof value === 'string' ? value : '';
}

function fieldOf(params: unknown, name: string): unknown {
  return typeof params === 'object' && params !== null && Object.hasOwn(params, name)
    ? Reflect.get(params, name)
    : undefined;
}
