/**
 * Points as people write them: 12345 in a currency of two decimal places is 123.45.
 * @param divisibility decimal places, 0 … 6
 * @param mark         between whole and part
 */
export function pointsText(points: number, divisibility: number, mark = '.'): string {
  const digits = String(Math.abs(points)).padStart(divisibility + 1, '0');
  const whole = digits.slice(0, digits.length - divisibility);
  const part = digits.slice(digits.length - divisibility);
  return `${points < 0 ? '-' : ''}${whole}${part === '' ? '' : mark}${part}`;
}
