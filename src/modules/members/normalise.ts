import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { hasRightCheckDigit } from './core/index.ts';
import { refuse } from './refusals.ts';

/**
 * A phone in E.164; numbers without a country code are read as dialled in Russia.
 * @throws Refusal phone-invalid
 */
export function normalisePhone(phone: string, path: string): string {
  const parsed = parsePhoneNumberFromString(phone, 'RU');
  if (parsed === undefined || !parsed.isValid()) throw refuse('phone-invalid', { path });
  return parsed.number;
}

/**
 * A card number with a right check digit.
 * @throws Refusal card-check-digit
 */
export function checkedCard(card: string, path: string): string {
  if (!hasRightCheckDigit(card)) throw refuse('card-check-digit', { path });
  return card;
}
