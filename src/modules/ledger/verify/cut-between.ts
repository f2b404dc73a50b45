import { type Instant, instant } from '#shared/time.ts';

/**
 * Where to cut so that there is something under the anchor, and not too much.
 * @param entriesUntil counts the entries from `from` until a moment, that moment excluded
 * @returns after `from`, at most `latest`; null = there is nothing yet. More than `entriesMax` only when so
 *   many were posted in one millisecond
 */
export async function cutBetween(
  entriesUntil: (cut: Instant) => Promise<number>,
  how: { readonly from: Instant; readonly latest: Instant; readonly entriesMax: number },
): Promise<Instant | null> {
  if (how.latest <= how.from) return null;
  const all = await entriesUntil(how.latest);
  if (all === 0) return null;
  if (all <= how.entriesMax) return how.latest;
  let [empty, full] = [how.from, how.latest];
  while (full - empty > 1) {
    const middle = instant(Math.floor((empty + full) / 2));
    const n = await entriesUntil(middle);
    if (n > 0 && n <= how.entriesMax) return middle;
    if (n === 0) empty = middle;
    else full = middle;
  }
  return full;
}
