import { type Static, Type } from 'typebox';
import type { Text } from '#shared/text.ts';

/** What a setting says about itself beyond its shape. */
export type SettingWords = {
  readonly 'x-text': Text;
  /** The rule in words, for the message when it is broken. */
  readonly 'x-rule': Text;
  /** Masked wherever settings are shown. */
  readonly 'x-secret'?: boolean;
  /** What holds when it is not set, where that is not a fixed value. */
  readonly 'x-default'?: Text;
};

/** Every setting of the server, by the name of its environment variable: the one list. */
export const SettingsShape = Type.Object({
  PORT: Type.Integer({
    minimum: 0,
    maximum: 65_535,
    default: 8080,
    'x-text': {
      en: 'Port of the HTTP server; 0 takes any free one.',
      ru: 'Порт HTTP-сервера; 0 — любой свободный.',
    },
    'x-rule': { en: 'a whole number from 0 to 65535', ru: 'целое число от 0 до 65535' },
  }),
  HOST: Type.String({
    pattern: '^[A-Za-z0-9.:_-]+$',
    default: '127.0.0.1',
    'x-text': {
      en: 'Address to listen on. The default is this machine only; 0.0.0.0 means every network, to be put behind TLS.',
      ru: 'Адрес, на котором сервер принимает запросы. По умолчанию только эта машина; 0.0.0.0 — все сети, тогда нужен TLS перед сервером.',
    },
    'x-rule': { en: 'a host name or an IP address', ru: 'имя узла или IP-адрес' },
  }),
  DATABASE_URL: Type.Optional(
    Type.String({
      pattern: '^postgres(ql)?://[^\\s]+$',
      'x-secret': true,
      'x-text': {
        en: 'A PostgreSQL 16 or newer to use instead of the embedded one.',
        ru: 'PostgreSQL 16 или новее вместо встроенного.',
      },
      'x-rule': {
        en: 'an address like postgresql://user:password@host:5432/database',
        ru: 'адрес вида postgresql://user:password@host:5432/database',
      },
      'x-default': { en: 'embedded PostgreSQL', ru: 'встроенный PostgreSQL' },
    }),
  ),
  DATABASE_POOL: Type.Integer({
    minimum: 2,
    maximum: 500,
    default: 10,
    'x-text': {
      en: 'Connections to the database for everything but the writers.',
      ru: 'Соединений с базой данных для всего, кроме пишущих.',
    },
    'x-rule': { en: 'a whole number from 2 to 500', ru: 'целое число от 2 до 500' },
  }),
  DATA_DIR: Type.String({
    minLength: 1,
    'x-text': {
      en: 'Folder of the embedded database, the root key and the lock.',
      ru: 'Папка встроенной базы данных, корневого ключа и блокировки.',
    },
    'x-rule': { en: 'a path to a folder', ru: 'путь к папке' },
    'x-default': {
      en: '/var/lib/kopilka as root, ./.data otherwise',
      ru: '/var/lib/kopilka для root, иначе ./.data',
    },
  }),
  ROOT_KEY: Type.Optional(
    Type.String({
      pattern: '^[0-9a-f]{64}$',
      'x-secret': true,
      'x-text': {
        en: 'The key from which all others are derived. Losing it makes terminals and personal data unreadable: keep a copy.',
        ru: 'Ключ, из которого выводятся все остальные. Без него не прочесть персональные данные и не узнать терминалы: храните копию.',
      },
      'x-rule': {
        en: '64 lower-case hex digits from a random source (openssl rand -hex 32)',
        ru: '64 шестнадцатеричные цифры в нижнем регистре из случайного источника (openssl rand -hex 32)',
      },
      'x-default': {
        en: 'made on the first start, kept in DATA_DIR/root.key',
        ru: 'создаётся при первом запуске и хранится в DATA_DIR/root.key',
      },
    }),
  ),
  LOG_LEVEL: Type.Union(
    ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].map((level) =>
      Type.Literal(level),
    ),
    {
      default: 'info',
      'x-text': {
        en: 'How much goes to the log (JSON lines on standard error); debug shows every request.',
        ru: 'Подробность журнала (строки JSON в stderr); debug показывает каждый запрос.',
      },
      'x-rule': {
        en: 'one of fatal, error, warn, info, debug, trace, silent',
        ru: 'одно из: fatal, error, warn, info, debug, trace, silent',
      },
    },
  ),
  RATE_LIMITS: Type.String({
    pattern: '^(on|off|[1-9][0-9]{0,4})$',
    default: 'on',
    'x-text': {
      en: 'Limits per terminal, login and address: on, off, or how many times wider.',
      ru: 'Ограничения на терминал, вход и адрес: on, off или во сколько раз шире.',
    },
    'x-rule': {
      en: 'on, off or a whole number from 1 to 99999',
      ru: 'on, off или целое число от 1 до 99999',
    },
  }),
  WRITER_LANES: Type.Integer({
    minimum: 1,
    maximum: 64,
    default: 2,
    'x-text': {
      en: 'Connections that write receipts, each for its share of the buckets.',
      ru: 'Соединений, записывающих чеки; каждое ведёт свою долю корзин.',
    },
    'x-rule': { en: 'a whole number from 1 to 64', ru: 'целое число от 1 до 64' },
  }),
  SEED_DEMO: Type.Union(
    ['auto', 'always', 'never'].map((choice) => Type.Literal(choice)),
    {
      default: 'auto',
      'x-text': {
        en: 'The demo coalition with its known passwords: auto fills an empty database of a server that only this machine reaches; always fills any empty one.',
        ru: 'Демонстрационная коалиция с известными паролями: auto наполняет пустую базу сервера, доступного только с этой машины; always — любую пустую.',
      },
      'x-rule': { en: 'one of auto, always, never', ru: 'одно из: auto, always, never' },
    },
  ),
  SHARED_BUFFERS_MB: Type.Integer({
    minimum: 16,
    maximum: 65_536,
    default: 512,
    'x-text': {
      en: 'Memory of the embedded PostgreSQL for pages, in MB.',
      ru: 'Память встроенного PostgreSQL под страницы, МБ.',
    },
    'x-rule': { en: 'a whole number from 16 to 65536', ru: 'целое число от 16 до 65536' },
  }),
});

export type Settings = Static<typeof SettingsShape>;
export type SettingName = keyof Settings;
