import { test } from 'node:test';
import { nothingWrong } from './report.ts';
import { filesLike } from './tree.ts';

const LIMIT = 300;
const TEST_LIMIT = 500;
const GENERATED = /\/generated\/|^db\/schema\.sql$/;

test('a file of code is at most 300 lines, a test at most 500', () => {
  const files = filesLike(/\.(ts|tsx|mjs|cjs|sql|css)$/).filter(
    (file) => !GENERATED.test(file.path),
  );
  const problems = files.flatMap((file) => {
    const lines = file.text.trimEnd().split('\n').length;
    const limit = /\.test\.tsx?$|^tests\//.test(file.path) ? TEST_LIMIT : LIMIT;
    return lines > limit ? [`${file.path}: ${lines} lines, ${limit} at most`] : [];
  });
  nothingWrong(problems);
});

test('file names are kebab-case', () => {
  const files = filesLike(/^(src|web|tools|tests|bench|db)\//);
  const odd = files.filter(
    (file) => !/^[\p{Ll}0-9.-]+$|^README\.md$/u.test(file.path.split('/').at(-1) ?? ''),
  );
  nothingWrong(odd.map((file) => `${file.path}: not kebab-case`));
});

test('a barrel exists only as a door or a registry list', () => {
  const DOOR =
    /^src\/modules\/[^/]+\/(index|core\/index|jobs\/index|core\/(conditions|selectors|effects|effects\/deferred|limits|policies|operations)\/index)\.ts$|^src\/platform\/[^/]+\/index\.ts$|^web\//;
  const barrels = filesLike(/^src\/.*\/index\.ts$/).filter((file) => !DOOR.test(file.path));
  nothingWrong(barrels.map((file) => `${file.path}: a barrel that is neither a door nor a list`));
});
