import type { Entry } from '../core/index.ts';

/** Dates of a lot as an entry gave them; null = never, nothing. */
export type LotTerms = {
  readonly lotId: string;
  readonly activeFrom: number;
  readonly expiresAt: number | null;
  readonly awaits: string | null;
};

type Said = Pick<Entry, 'lotTerms' | 'lots'>;

/** The dates that an entry gave to lots: the other way round of what the core writes (termsOfLots). */
export function lotTermsOf(entry: Said): readonly LotTerms[] {
  const terms: LotTerms[] = [];
  forEachLotDates(entry, (lotId, dates) => {
    const [activeFrom, expiresAt = '', awaits = ''] = dates.split(',');
    terms.push({
      lotId,
      activeFrom: Number(activeFrom),
      expiresAt: expiresAt === '' ? null : Number(expiresAt),
      awaits: awaits === '' ? null : awaits,
    });
  });
  return terms;
}

/**
 * Tells each lot to which the entry gave dates, with the dates as the entry says them,
 * `activeFrom,expiresAt,awaits`.
 */
export function forEachLotDates(
  { lotTerms, lots }: Said,
  tell: (lotId: string, dates: string) => void,
): void {
  if (lotTerms === null) return;
  const said = lotTerms.includes(';') ? lotTerms.split(';') : [lotTerms];
  // Opened lots are the last ones of the list, in order.
  let place = lots.length - said.filter((part) => part.startsWith('+')).length;
  for (const part of said) {
    if (part.startsWith('+')) {
      tell(lots[place]?.id ?? '', part.slice(1));
      place += 1;
    } else {
      const end = part.indexOf(',');
      tell(part.slice(0, end), part.slice(end + 1));
    }
  }
}
