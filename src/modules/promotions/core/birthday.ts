const DAY_MS = 86_400_000;

/**
 * Days since the last birthday and until the next one; both 0 on the day itself. A birthday on
 * 29 February is kept on 28 February in years that have no 29th.
 * @param birthDate `YYYY-MM-DD`, a day that exists
 * @param today     `YYYY-MM-DD`
 */
export function birthdayOffset(
  birthDate: string,
  today: string,
): { readonly since: number; readonly until: number } {
  const monthDay = birthDate.slice(5);
  const year = Number(today.slice(0, 4));
  const now = dayNumber(today);
  const thisYear = birthdayIn(year, monthDay) - now;
  if (thisYear === 0) return { since: 0, until: 0 };
  return thisYear > 0
    ? { since: now - birthdayIn(year - 1, monthDay), until: thisYear }
    : { since: -thisYear, until: birthdayIn(year + 1, monthDay) - now };
}

function birthdayIn(year: number, monthDay: string): number {
  const isMoved = monthDay === '02-29' && !isLeap(year);
  return dayNumber(`${String(year).padStart(4, '0')}-${isMoved ? '02-28' : monthDay}`);
}

// A date-only ISO string is read as UTC (ECMA-262), so this is pure day counting, no zone in it.
function dayNumber(date: string): number {
  return Date.parse(date) / DAY_MS;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
