import { test } from 'node:test';
import { nothingWrong } from '../tidy/report.ts';
import { errorsPage } from './errors.ts';
import { stale } from './generated.ts';
import { settingsPage } from './settings.ts';

test('the pages of settings and errors are those of the code', () => {
  const paths = stale([settingsPage(), errorsPage()]);
  nothingWrong(paths.map((path) => `${path} is stale: npm run gen`));
});
