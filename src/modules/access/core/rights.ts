import type { Text } from '#shared/text.ts';

/** The staff's roles, in the order in which screens show them. */
export const ROLES = [
  'admin',
  'marketer',
  'operator',
  'supervisor',
  'security',
  'analyst',
] as const;
export type Role = (typeof ROLES)[number];

type RightRow = {
  /** What the right lets do, in the words of the one who grants it. */
  readonly title: Text;
  /** Who has it. `anyone` needs no sign-in, `signed-in` any role at all. */
  readonly roles: readonly Role[] | 'anyone' | 'signed-in';
  /** Whether an API key may carry it: `partner` means also one that is narrowed to a partner. */
  readonly forKeys: 'no' | 'yes' | 'partner';
};

/**
 * The matrix role → right, whole. Every route names one of these; a route that names none does not
 * start. Until changes are approved by a second person, switching a promotion is for the marketer too.
 */
export const RIGHTS = {
  'session.open': {
    title: { ru: 'Войти', en: 'Log in' },
    roles: 'anyone',
    forKeys: 'no',
  },
  'session.own': {
    title: { ru: 'Видеть и закончить свой сеанс', en: 'See and end one’s own session' },
    roles: 'signed-in',
    forKeys: 'no',
  },
  'api-keys.manage': {
    title: { ru: 'Выпускать и отзывать ключи API', en: 'Issue and revoke API keys' },
    roles: ['admin'],
    forKeys: 'no',
  },
  'directory.read': {
    title: { ru: 'Видеть магазины, кассы и товары', en: 'See stores, terminals and goods' },
    roles: ROLES,
    forKeys: 'partner',
  },
  'promotions.read': {
    title: { ru: 'Видеть акции', en: 'See promotions' },
    roles: ROLES,
    forKeys: 'yes',
  },
  'promotions.switch': {
    title: { ru: 'Включать и выключать акции', en: 'Switch promotions on and off' },
    roles: ['admin', 'marketer'],
    forKeys: 'no',
  },
  'receipts.read': {
    title: {
      ru: 'Видеть чеки (без имён, если нет права видеть участников)',
      en: 'See receipts (without names unless members may be seen)',
    },
    roles: ROLES,
    forKeys: 'partner',
  },
  'members.read': {
    title: {
      ru: 'Видеть участников: имя и телефон под маской, счёт, историю',
      en: 'See members: masked name and phone, account, history',
    },
    roles: ['operator', 'supervisor', 'security'],
    forKeys: 'yes',
  },
  'currencies.read': {
    title: { ru: 'Видеть валюты, их условия и курсы', en: 'See currencies, their terms and rates' },
    roles: ROLES,
    forKeys: 'yes',
  },
  'points.adjust.read': {
    title: { ru: 'Видеть корректировки баллов', en: 'See adjustments of points' },
    roles: ['operator', 'supervisor', 'security'],
    forKeys: 'no',
  },
  'points.adjust.propose': {
    title: {
      ru: 'Предлагать небольшие корректировки баллов',
      en: 'Propose small adjustments of points',
    },
    roles: ['operator', 'supervisor'],
    forKeys: 'no',
  },
  'points.adjust.propose-large': {
    title: {
      ru: 'Предлагать крупные корректировки баллов',
      en: 'Propose large adjustments of points',
    },
    roles: ['supervisor'],
    forKeys: 'no',
  },
  'points.adjust.approve': {
    title: {
      ru: 'Решать о чужих корректировках баллов',
      en: 'Decide on adjustments that others propose',
    },
    roles: ['supervisor', 'security'],
    forKeys: 'no',
  },
  'points.adjust.approve-large': {
    title: {
      ru: 'Решать о корректировках сверх предела старшего оператора',
      en: 'Decide on adjustments beyond the supervisor’s limit',
    },
    roles: ['security'],
    forKeys: 'no',
  },
  'till.emulate': {
    title: { ru: 'Пробивать чеки в эмуляторе кассы', en: 'Ring up receipts in the till emulator' },
    roles: ['admin', 'marketer'],
    forKeys: 'no',
  },
} as const satisfies Readonly<Record<string, RightRow>>;

type Right = keyof typeof RIGHTS;

const rows: ReadonlyMap<string, RightRow> = new Map(Object.entries(RIGHTS));

/** Whether the matrix has a row for `right`. */
export function isRight(right: string): right is Right {
  return rows.has(right);
}

/** Whether `role` is one of the staff's roles. */
export function isRole(role: string): role is Role {
  return ROLES.some((known) => known === role);
}

/** Whether the right needs no sign-in at all; false for a right that does not exist. */
export function isForAnyone(right: string): boolean {
  return rows.get(right)?.roles === 'anyone';
}

/**
 * All rights of a person with `roles`; names that are no roles (any more) give nothing.
 * @returns codes of rights, sorted
 */
export function rightsOf(roles: readonly string[]): readonly Right[] {
  return [...rows]
    .filter(([, row]) => has(row.roles, roles))
    .map(([right]) => right)
    .filter(isRight)
    .sort();
}

/**
 * Those of `rights` that an API key must not carry: unknown ones, those that need a person at the
 * screen and, for a key that is narrowed to a partner, those that cannot be narrowed.
 */
export function rightsNotForKey(rights: readonly string[], isNarrowed: boolean): readonly string[] {
  return rights.filter((right) => {
    const forKeys = rows.get(right)?.forKeys ?? 'no';
    return isNarrowed ? forKeys !== 'partner' : forKeys === 'no';
  });
}

function has(holders: RightRow['roles'], roles: readonly string[]): boolean {
  if (holders === 'anyone') return true;
  if (holders === 'signed-in') return roles.some(isRole);
  return holders.some((role) => roles.includes(role));
}
