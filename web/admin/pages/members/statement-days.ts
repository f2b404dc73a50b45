import { wallClock } from '../../../kit/format.ts';

/** Today on the viewer's wall, YYYY-MM-DD. */
export function today(): string {
  return wallClock(new Date().toISOString()).slice(0, 10);
}

/** The first day of the month of `day`. */
export function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}
