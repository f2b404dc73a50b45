import { type LocalDate, parseLocalDate } from '#shared/time.ts';
import { type MemberFacts, ownFact } from '../facts.ts';

/**
 * A date of the member: an attribute, or the birth date when none is named. null = nobody, not known,
 * or no day of the calendar.
 */
export function memberDate(member: MemberFacts | null, attribute: string | null): LocalDate | null {
  if (member === null) return null;
  if (attribute === null) return member.birthDate ?? null;
  const value = ownFact(member.attributes, attribute);
  return typeof value === 'string' ? (parseLocalDate(value) ?? null) : null;
}
