import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from './tree.ts';

/** A small house in which each file breaks one rule of .dependency-cruiser.cjs. */
const BREACHES: Readonly<Record<string, { readonly text: string; readonly rule: string | null }>> =
  {
    'src/platform/plumbing.ts': { text: 'export const a = 1;', rule: null },
    'src/modules/members/core/index.ts': { text: 'export const b = 1;', rule: null },
    'src/modules/members/sql/deep.ts': {
      text: "import { f } from '../story.ts';\nexport const c = f;",
      rule: '4-sql-knows-no-stories',
    },
    'src/modules/members/story.ts': { text: 'export const f = 1;', rule: null },
    'src/modules/ledger/index.ts': {
      text: "import type { D } from '#modules/receipts/index.ts';\nexport type E = D;",
      rule: '2-downward-tier-2',
    },
    'src/modules/receipts/index.ts': {
      text: "import { c } from '#modules/members/sql/deep.ts';\nexport type D = typeof c;",
      rule: '1-doors-of-modules',
    },
    'src/modules/ledger/core/index.ts': {
      text: "import '#modules/members/core/index.ts';\nimport '#platform/plumbing.ts';",
      rule: '4-core-is-pure',
    },
    'src/modules/ledger/contract.ts': {
      text: "import '#platform/plumbing.ts';",
      rule: '6-contracts-are-plain',
    },
    'web/kit/button.ts': {
      text: "import '../../src/platform/plumbing.ts';",
      rule: '6-web-sees-contracts',
    },
    'src/shared/words.ts': { text: "import 'node:fs';", rule: 'shared-is-the-ground' },
    'src/shared/one.ts': {
      text: "import type { Two } from './two.ts';\nexport type One = Two;",
      rule: '7-no-cycles',
    },
    'src/shared/two.ts': {
      text: "import type { One } from './one.ts';\nexport type Two = { one: One };",
      rule: null,
    },
  };

test('each rule of imports sees its breach, in value and in type', () => {
  const house = mkdtempSync(join(tmpdir(), 'kopilka-house-'));
  try {
    build(house);
    const found = cruise(house);
    for (const [path, { rule }] of Object.entries(BREACHES)) {
      if (rule !== null)
        assert.ok(found.includes(`${rule}: ${path}`), `${rule} does not see ${path}`);
    }
    assert.equal(
      found.some((line) => line.includes('members/core/index.ts →')),
      false,
    );
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
});

function build(house: string): void {
  for (const path of [
    '.dependency-cruiser.cjs',
    'tsconfig.json',
    'package.json',
    'tools/tidy/tiers.json',
  ]) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    cpSync(join(ROOT, path), join(house, path));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'), 'junction');
  for (const [path, { text }] of Object.entries(BREACHES)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
}

/** Lines such as `1-doors-of-modules: src/a.ts`. */
function cruise(house: string): readonly string[] {
  const program = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const args = [program, '--config', '.dependency-cruiser.cjs', 'src', 'web'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: house, encoding: 'utf8' });
  return stdout.split('\n').flatMap((line) => /error (\S+: \S+)/.exec(line)?.[1] ?? []);
}
