/** Whether a list has every one of the wanted. */
export function hasEvery(list: readonly string[], wanted: readonly string[]): boolean {
  for (const one of wanted) if (!list.includes(one)) return false;
  return true;
}

/** Whether a list has any of the wanted. */
export function hasSome(list: readonly string[], wanted: readonly string[]): boolean {
  for (const one of wanted) if (list.includes(one)) return true;
  return false;
}
