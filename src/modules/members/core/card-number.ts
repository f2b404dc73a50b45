/**
 * Whether the last digit of a card number fits the others (Luhn's formula, ISO/IEC 7812-1).
 * @param number digits only
 */
export function hasRightCheckDigit(number: string): boolean {
  return luhnSum(number) % 10 === 0;
}

/** Appends the check digit to `digits`. */
export function withCheckDigit(digits: string): string {
  const sum = luhnSum(`${digits}0`);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/**
 * A virtual card: prefix 2900, eleven digits from `random`, check digit. Not sequential, so that nobody
 * can walk through the members.
 * @param random at least 11 bytes
 */
export function virtualCardNumber(random: Uint8Array): string {
  const digits = Array.from(random.subarray(0, 11), (byte) => byte % 10).join('');
  return withCheckDigit(`2900${digits}`);
}

function luhnSum(number: string): number {
  let sum = 0;
  for (let place = 0; place < number.length; place += 1) {
    const digit = number.charCodeAt(number.length - 1 - place) - 48;
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}
