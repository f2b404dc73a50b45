const DOTS = '•••';

/**
 * A name as screens may show it: `И••• П.` for Ирина Петрова.
 * @returns null when neither name is known
 */
export function maskedName(firstName: string | null, lastName: string | null): string | null {
  const first = initial(firstName);
  const last = initial(lastName);
  if (first === undefined) return last === undefined ? null : `${last}.`;
  return last === undefined ? `${first}${DOTS}` : `${first}${DOTS} ${last}.`;
}

/**
 * A phone as screens may show it: `+7 ••• •••-12-34`.
 * @param phone E.164
 */
export function maskedPhone(phone: string): string {
  const isRussian = phone.startsWith('+7');
  const head = isRussian ? '+7' : '+•';
  return `${head} ${DOTS} ${DOTS}-${phone.slice(-4, -2)}-${phone.slice(-2)}`;
}

/** A card number as screens may show it: `•••• 1234`. */
export function maskedCard(number: string): string {
  return `•••• ${number.slice(-4)}`;
}

/** The first letter, whole: one that takes two code units is not cut. */
function initial(name: string | null): string | undefined {
  const [letter] = name?.trim() ?? '';
  return letter?.toUpperCase();
}
