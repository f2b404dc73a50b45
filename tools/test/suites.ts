/** Something outside npm that a suite needs; `tools.ts` knows how to find or install it. */
export type ToolName = 'chromium' | 'hledger';

/** A group of test files that run alike. */
export type Suite = {
  readonly name: string;
  /** Glob patterns from the project's root. */
  readonly files: readonly string[];
  readonly except: readonly string[];
  /** Files at once; each is a process, unless `isShared`. */
  readonly atOnce: number;
  /** All files in one process: for tests without surroundings, where starting Node costs more than they do. */
  readonly isShared: boolean;
  readonly needsDatabase: boolean;
  readonly needsWebBundle: boolean;
  readonly tools: readonly ToolName[];
  /** A suite that takes longer is broken off and counts as failed. */
  readonly minutesMax: number;
};

const DATABASE_TESTS = '**/*.db.test.ts';

const plain = {
  except: [],
  atOnce: 2,
  isShared: false,
  needsDatabase: true,
  needsWebBundle: false,
  tools: [],
  minutesMax: 12,
} as const;

/** The long run, `npm run test:long`, is for a night. */
const IS_LONG = process.env['TEST_LONG'] === '1';

/** The suites in the order they run: the quick and telling ones first. */
export const SUITES: readonly Suite[] = [
  {
    ...plain,
    name: 'pure',
    files: [
      '{src,tools,db,web,bench}/**/*.test.ts',
      'tests/{support,scenarios/language}/**/*.test.ts',
    ],
    except: [DATABASE_TESTS],
    isShared: true,
    needsDatabase: false,
  },
  {
    ...plain,
    name: 'engine',
    files: ['tests/{engine,oracle}/**/*.test.ts'],
    needsDatabase: false,
    // 2,000 random cases by default; whoever asks for 100,000 has the time.
    minutesMax: process.env['ORACLE_CASES'] === undefined ? 12 : 240,
  },
  {
    ...plain,
    name: 'model',
    files: ['tests/model/**/*.test.ts'],
    atOnce: 1,
    minutesMax: IS_LONG ? 1_440 : 6,
  },
  {
    ...plain,
    name: 'db',
    files: ['{src,tools,db,bench,tests}/**/*.db.test.ts'],
    minutesMax: 10,
  },
  {
    ...plain,
    name: 'scenarios',
    files: ['tests/scenarios/**/*.test.ts'],
    except: ['tests/scenarios/language/**', DATABASE_TESTS],
  },
  { ...plain, name: 'fuzz', files: ['tests/fuzz/**/*.test.ts'], except: [DATABASE_TESTS] },
  {
    ...plain,
    name: 'hledger',
    files: ['tests/hledger/**/*.test.ts'],
    except: [DATABASE_TESTS],
    atOnce: 1,
    tools: ['hledger'],
  },
  {
    ...plain,
    name: 'faults',
    files: ['tests/faults/**/*.test.ts'],
    except: [DATABASE_TESTS],
    atOnce: 1,
    minutesMax: IS_LONG ? 1_440 : 20,
  },
  {
    ...plain,
    name: 'browser',
    files: ['tests/browser/**/*.test.ts'],
    except: [DATABASE_TESTS],
    atOnce: 1,
    needsWebBundle: true,
    tools: ['chromium'],
  },
];
