import { Button, Code, CopyButton, Paper, Tabs, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { VerdictList } from '../../../kit/components/verdict-list.tsx';
import classes from './answer-tabs.module.css';
import { exchanges } from './api.ts';
import type { Till } from './use-till.ts';

/** What stands behind the figures: every promotion's verdict, and the raw exchange. */
export function AnswerTabs({ till }: { readonly till: Till }) {
  const { t } = useTranslation();
  const exchange = useSyncExternalStore(exchanges.subscribe, exchanges.current);
  const trace = till.sale?.answer.trace ?? till.calculation?.answer.trace;
  const isStale = till.sale === null && till.calculation !== null && !till.isFresh;
  return (
    <Paper withBorder>
      <Tabs defaultValue="verdicts">
        <Tabs.List px="xs">
          <Tabs.Tab value="verdicts">{t('till.verdicts')}</Tabs.Tab>
          <Tabs.Tab value="raw">{t('till.raw')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel
          value="verdicts"
          p="md"
          className={classes.panel}
          // A long list scrolls; without this, not by the keyboard.
          tabIndex={0}
          data-testid="till-verdicts"
        >
          {isStale && (
            <Text fz="xs" c="dimmed" mb="xs">
              {t('till.stale')}
            </Text>
          )}
          {trace === undefined ? (
            <Text c="dimmed" fz="sm">
              {t('till.verdictsLater')}
            </Text>
          ) : (
            <div style={isStale ? { opacity: 0.55 } : undefined}>
              <VerdictList verdicts={trace} />
            </div>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="raw" p="md" className={classes.panel}>
          {exchange === null ? (
            <Text c="dimmed" fz="sm">
              {t('till.rawLater')}
            </Text>
          ) : (
            <>
              <Raw
                title={`POST /pos/v1/…/${exchange.action}`}
                more={`X-Term: ${exchange.request.terminalCode} · X-Op-Id: ${exchange.answer.opId}`}
                json={exchange.request.body}
              />
              <Raw
                title={`HTTP ${exchange.answer.status}`}
                more={exchange.answer.headers.replayed ? 'X-Replayed: true' : ''}
                json={exchange.answer.body}
              />
            </>
          )}
        </Tabs.Panel>
      </Tabs>
    </Paper>
  );
}

type RawProps = { readonly title: string; readonly more: string; readonly json: unknown };

function Raw({ title, more, json }: RawProps) {
  const { t } = useTranslation();
  const text = JSON.stringify(json, null, 2);
  return (
    <section className={classes.raw}>
      <div className={classes.head}>
        <Text fz="sm" fw={600} ff="monospace">
          {title}
        </Text>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="light" onClick={copy}>
              {copied ? t('common.copied') : t('common.copy')}
            </Button>
          )}
        </CopyButton>
      </div>
      {more !== '' && (
        <Text fz="xs" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {more}
        </Text>
      )}
      <Code block mt={6} tabIndex={0} className={classes.code}>
        {text}
      </Code>
    </section>
  );
}
