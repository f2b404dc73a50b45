import { test } from 'node:test';
import { nothingWrong } from '../tidy/report.ts';
import { fromDatabase } from './from-database.ts';
import { stale } from './generated.ts';

test('the picture of the schema, the row types and the API are those of the code', async () => {
  const paths = stale(await fromDatabase());
  nothingWrong(paths.map((path) => `${path} is stale: npm run gen`));
});
