import { Text, Tooltip } from '@mantine/core';
import { useFormat } from '../use-format.ts';

type LocalProps = { readonly local: string; readonly zone: string; readonly at: string };

/** Time on the store's wall with its zone named; the full name of the zone on hover. */
export function StoreTime({ local, zone, at }: LocalProps) {
  const format = useFormat();
  const offset = format.zone(zone, Date.parse(at));
  return (
    <Tooltip label={`${zone} · ${format.relative(at)}`}>
      <Text span inherit className="figure">
        {format.local(local)}{' '}
        <Text span c="dimmed" fz="xs">
          {offset}
        </Text>
      </Text>
    </Tooltip>
  );
}

/** A moment told relative to now; the exact one, on the viewer's clock, on hover. */
export function Ago({ at }: { readonly at: string }) {
  const format = useFormat();
  return (
    <Tooltip label={format.moment(at)}>
      <Text span inherit>
        <time dateTime={at}>{format.relative(at)}</time>
      </Text>
    </Tooltip>
  );
}
