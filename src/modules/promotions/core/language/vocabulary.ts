import type { Text } from '#shared/text.ts';
import type { Vocabulary } from '../../admin-contract.ts';
import { CONDITIONS } from '../conditions/index.ts';
import { PERIOD, SUBJECT } from '../describe/describe-limits.ts';
import { TRIGGER_WORDS } from '../describe/trigger-words.ts';
import { EFFECTS } from '../effects/index.ts';
import { LIMIT_UNITS } from '../limits/index.ts';
import { POLICIES } from '../policies/index.ts';
import { SELECTORS } from '../selectors/index.ts';
import { SOURCES } from '../value/sources.ts';
import { PHASES } from './phases.ts';

/** Everything that a promotion may be made of, as data: forms and docs are built from it. */
export type { Vocabulary };

/** Describes the whole vocabulary. Always the same: it is made of what the registries hold. */
export function vocabulary(): Vocabulary {
  return {
    phases: PHASES.map(({ number, code, title }) => ({ number, code, title })),
    triggers: wordsOf(TRIGGER_WORDS),
    conditions: CONDITIONS.map(({ code, title, params, class: of }) => ({
      code,
      title,
      params,
      class: of,
    })),
    selectors: SELECTORS.map(({ code, title, params }) => ({ code, title, params })),
    effects: EFFECTS.map(({ code, title, params, kind, phases, selectors }) => ({
      code,
      title,
      params,
      kind,
      phases: [...phases],
      selectors: selectors === null ? null : [...selectors],
    })),
    policies: Object.values(POLICIES).map(({ code, title }) => ({ code, title })),
    limitUnits: Object.values(LIMIT_UNITS).map(({ code, title }) => ({ code, title })),
    limitSubjects: wordsOf(SUBJECT),
    limitPeriods: wordsOf(PERIOD),
    sources: SOURCES.map(({ source, argument, gives, unit, isPerLine, title }) => ({
      source,
      argument,
      gives,
      unit,
      isPerLine,
      title,
    })),
  };
}

function wordsOf(titles: Readonly<Record<string, Text>>): { code: string; title: Text }[] {
  return Object.entries(titles).map(([code, title]) => ({ code, title }));
}
