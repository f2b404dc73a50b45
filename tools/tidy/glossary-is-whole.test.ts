import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothingWrong } from './report.ts';
import { filesLike, moduleNames, textOf } from './tree.ts';

/** A row of the glossary: | English | Russian | one sentence |. */
interface Noun {
  readonly english: string;
  readonly russian: string;
  readonly sentence: string;
}

function nounsOf(page: string): readonly Noun[] {
  return page
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (English|:?-)/.test(line))
    .map((line) => {
      const [, english = '', russian = '', sentence = ''] = line
        .split('|')
        .map((cell) => cell.trim());
      return { english, russian, sentence };
    });
}

/** Tables are nouns: the last word of `receipts.receipt_version` reads `receipt version`. */
function tableNouns(): readonly string[] {
  return filesLike(/^db\/migrations\/.*\.sql$/).flatMap((file) =>
    [...file.text.matchAll(/create table [a-z_]+\.([a-z_]+) \(/g)].map((match) =>
      (match[1] ?? '').replaceAll('_', ' '),
    ),
  );
}

test('the glossary names every noun once, in both languages, in one sentence', () => {
  const nouns = nounsOf(textOf('docs/glossary.md') ?? '');
  const words = nouns.map((noun) => noun.english);
  nothingWrong([
    ...words.filter((word, at) => words.indexOf(word) !== at).map((word) => `${word} stands twice`),
    ...nouns
      .filter((noun) => !/[а-яё]/i.test(noun.russian))
      .map((noun) => `${noun.english}: no Russian`),
    ...nouns
      .filter((noun) => !noun.sentence.endsWith('.'))
      .map((noun) => `${noun.english}: no sentence`),
    ...[...words]
      .filter((word, at) => at > 0 && word < (words[at - 1] ?? ''))
      .map((word) => `${word}: out of order`),
  ]);
});

test('every table and every module is a word of the glossary', () => {
  const page = (textOf('docs/glossary.md') ?? '').toLowerCase();
  const nouns = [...tableNouns(), ...moduleNames()];
  nothingWrong(
    nouns.filter((noun) => !page.includes(noun)).map((noun) => `docs/glossary.md lacks "${noun}"`),
  );
});

test('a row of the glossary is read cell by cell', () => {
  const page =
    '| English | Russian | Meaning |\n| --- | --- | --- |\n| lot | лот | Points of one origin. |';
  assert.deepEqual(nounsOf(page), [
    { english: 'lot', russian: 'лот', sentence: 'Points of one origin.' },
  ]);
});
