import { ThunderboltOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { automatic, kinds, reasons, type Wanted } from './wanted.ts';

function Choice({ label, group, values, value, choose }: { label: string; group: string; values: readonly string[]; value: string; choose: (value: string) => void }) {
  const { t } = useTranslation();
  return (
    <select aria-label={label} value={value} onChange={(event) => choose(event.target.value)}>
      {values.map((each) => <option key={each} value={each}>{each === automatic ? t('sandbox.anyReason') : t(`${group}.${each}`)}</option>)}
    </select>
  );
}

/** What the next buyer asks for, and why. */
export function AskForm({ wanted, change, push, busy }: { wanted: Wanted; change: (wanted: Wanted) => void; push: () => void; busy: boolean }) {
  const { t } = useTranslation();
  return (
    <form className="sandbox-push" data-tour="ask" onSubmit={(event) => { event.preventDefault(); push(); }}>
      <Choice label={t('sandbox.askKind')} group="kind" values={kinds} value={wanted.kind} choose={(kind) => change({ ...wanted, kind, reason: kind === 'REFUND_ONLY' || wanted.reason !== automatic ? wanted.reason : 'NO_REASON' })} />
      <Choice label={t('sandbox.askReason')} group="reason" values={wanted.kind === 'REFUND_ONLY' ? [automatic, ...reasons] : reasons} value={wanted.reason} choose={(reason) => change({ ...wanted, reason })} />
      <Input value={wanted.words} maxLength={500} onChange={(event) => change({ ...wanted, words: event.target.value })} placeholder={t('sandbox.words')} aria-label={t('sandbox.words')} />
      <Button type="primary" htmlType="submit" icon={<ThunderboltOutlined />} loading={busy}>{t('sandbox.pushAny')}</Button>
    </form>
  );
}
