import { withCheckDigit } from '#modules/members/core/index.ts';
import { present } from '#shared/assert.ts';
import { addDays, type LocalDate, parseLocalDate } from '#shared/time.ts';
import { randomOf } from './random.ts';
import { STORES } from './stores.ts';

/** A member of the demo coalition, as the registration at a till asks for it. */
export type SeedMember = {
  readonly phone: string;
  readonly card: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: LocalDate;
  readonly tierCode: string;
  readonly tags: readonly string[];
  readonly homeStoreCode: string;
};

/** A person of the staff; the password of all of them is `DEMO_PASSWORD`. */
export type SeedPerson = {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
};

/** Public on purpose: it opens only what `seedDemo` made, and only where the demo was asked for. */
export const DEMO_PASSWORD = 'kopilka-demo';

export const STAFF: readonly SeedPerson[] = [
  {
    login: 'admin@demo.kopilka',
    name: 'Анна Администратор',
    roles: ['admin', 'marketer', 'operator'],
  },
  { login: 'marketer@demo.kopilka', name: 'Мария Маркетолог', roles: ['marketer'] },
  { login: 'operator@demo.kopilka', name: 'Олег Оператор', roles: ['operator'] },
  { login: 'supervisor@demo.kopilka', name: 'Светлана Старшая', roles: ['supervisor'] },
  { login: 'security@demo.kopilka', name: 'Сергей Безопасник', roles: ['security'] },
  { login: 'analyst@demo.kopilka', name: 'Алиса Аналитик', roles: ['analyst'] },
];

const WOMEN = ['Анна', 'Мария', 'Елена', 'Ольга', 'Наталья', 'Ирина', 'Светлана', 'Дарья', 'Алина'];
const MEN = ['Иван', 'Пётр', 'Алексей', 'Дмитрий', 'Сергей', 'Андрей', 'Михаил', 'Никита', 'Тимур'];
const SURNAMES = ['Иванов', 'Смирнов', 'Кузнецов', 'Попов', 'Соколов', 'Лебедев', 'Новиков'];
const MORE_SURNAMES = ['Морозов', 'Волков', 'Павлов', 'Семёнов', 'Голубев', 'Виноградов', 'Орлов'];
const TAGS = ['family', 'pets', 'coffee', 'vegetarian', 'newsletter', 'employee'];
const TIERS = ['base', 'silver', 'gold'];
const TIER_WEIGHTS = [70, 22, 8];

/**
 * The demo's members, the same at every call.
 * @param count  how many, 1 … 9999
 * @param prefix the card numbers' and phones' series; another series gives other people
 */
export function seedMembers(count: number, prefix = '0'): readonly SeedMember[] {
  const random = randomOf(`members-${prefix}`);
  return Array.from({ length: count }, (_, place) => {
    const serial = String(place + 1).padStart(4, '0');
    const isWoman = random.chance(55);
    const surname = random.pick([...SURNAMES, ...MORE_SURNAMES]);
    return {
      phone: `+7900${prefix.padStart(3, '0')}${serial}`,
      card: withCheckDigit(`27${prefix.padStart(4, '0')}${serial.padStart(6, '0')}`),
      firstName: random.pick(isWoman ? WOMEN : MEN),
      lastName: isWoman ? `${surname}а` : surname,
      birthDate: addDays(EARLIEST_BIRTH, random.int(BIRTH_SPAN_DAYS)),
      tierCode: TIERS[random.weighted(TIER_WEIGHTS)] ?? 'base',
      tags: TAGS.filter(() => random.chance(18)),
      homeStoreCode: STORES[place % STORES.length]?.code ?? 'MSK1',
    };
  });
}

const EARLIEST_BIRTH = present(parseLocalDate('1948-01-01'), 'earliest birth date');
const BIRTH_SPAN_DAYS = 58 * 365;
