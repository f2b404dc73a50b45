import { test } from 'node:test';
import { nothingWrong } from '../tidy/report.ts';
import { errorsPage } from './errors.ts';
import { stale } from './generated.ts';
import { vocabularyPage } from './promotion-vocabulary.ts';
import { settingsPage } from './settings.ts';

test('the pages of settings, errors and promotions are those of the code', () => {
  const paths = stale([settingsPage(), errorsPage(), vocabularyPage()]);
  nothingWrong(paths.map((path) => `${path} is stale: npm run gen`));
});
